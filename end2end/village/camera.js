// A camera for a browser that has none: it sees what lies in `window.held`. `lamps` counts the open ones.
window.held = [];
window.lamps = 0;
window.BarcodeDetector = class {
  async detect() {
    return window.held.map((rawValue) => ({ rawValue }));
  }
};
navigator.mediaDevices.getUserMedia = async () => {
  const picture = document.createElement('canvas');
  const pen = picture.getContext('2d');
  // a picture that never changes never comes
  setInterval(() => pen.fillRect(Math.random() * 99, 0, 9, 9), 50);
  const stream = picture.captureStream();
  for (const track of stream.getTracks()) {
    window.lamps += 1;
    const stop = track.stop.bind(track);
    track.stop = () => {
      window.lamps -= 1;
      stop();
    };
  }
  return stream;
};
