// A line as a valley has it: 64 kbit/s each way, 300 ms each way, and every twentieth packet lost. The kernels this runs
// on have no netem, so it is a proxy that paces, delays and holds back what passes: a lost packet comes after the time
// in which TCP would have sent it again, and those behind it wait for it. TCP's own slow start is not in it.

import { connect, createServer } from 'node:net';

const RATE = 64_000 / 8 / 1000;
const DELAY = 300;
const LOSS = 0.05;
const PACKET = 1400;
/** After so many milliseconds what was lost is sent again: twice the way there and back. */
const AGAIN = 4 * DELAY;

/** A proxy to a port on loopback. Losses are the same in each run. */
export class ThinLine {
  static async to(port) {
    const line = new ThinLine(port);
    await new Promise((ready) => line.listener.listen(0, '127.0.0.1', ready));
    line.port = line.listener.address().port;
    return line;
  }

  constructor(far) {
    this.free = { up: 0, down: 0 };
    this.seed = 20261124;
    this.sockets = new Set();
    this.listener = createServer((near) => {
      const there = connect(far, '127.0.0.1');
      // nothing goes before the two have greeted each other
      const greeted = performance.now() + 2 * DELAY;
      this.#carry(near, there, 'up', greeted);
      this.#carry(there, near, 'down', greeted);
    });
  }

  close() {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((closed) => this.listener.close(closed));
  }

  #carry(from, to, way, greeted) {
    this.sockets.add(from);
    from.on('error', () => {});
    from.setNoDelay(true);
    let last = greeted;
    from.on('data', (bytes) => {
      for (let at = 0; at < bytes.length; at += PACKET) {
        const packet = bytes.subarray(at, at + PACKET);
        const begun = Math.max(performance.now(), greeted, this.free[way]);
        this.free[way] = begun + packet.length / RATE;
        const lost = this.#dice() < LOSS ? AGAIN : 0;
        last = Math.max(last, this.free[way] + DELAY + lost);
        setTimeout(() => to.writable && to.write(packet), last - performance.now());
      }
    });
    from.on('close', () => setTimeout(() => to.destroy(), Math.max(0, last - performance.now())));
  }

  #dice() {
    this.seed = (this.seed * 48271) % 2147483647;
    return this.seed / 2147483647;
  }
}
