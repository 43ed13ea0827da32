// The line between one phone and the village: a proxy on loopback that can be cut, mended, taken by a
// hotel's sign-in page, made to lose or tear what passes, or stand behind a door with answers of its own. It
// counts what passes.

import { connect, createServer } from 'node:net';

const PORTAL = { status: 200, type: 'text/html', body: '<!doctype html><title>Wi-Fi</title><h1>Sign in to this Wi-Fi</h1>' };
/** Where what is torn breaks off: in the middle of the first packet. */
const middle = (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** One phone's line. */
export class Line {
  /** A line to a port on loopback. */
  static async to(port) {
    const line = new Line(port);
    await new Promise((ready) => line.listener.listen(0, '127.0.0.1', ready));
    line.port = line.listener.address().port;
    return line;
  }

  constructor(far) {
    Object.assign(this, { far, state: 'open', up: 0, down: 0, held: [], torn: [], barred: null, door: null });
    this.sockets = new Set();
    this.listener = createServer((near) => this.#take(near));
  }

  get origin() {
    return `http://localhost:${this.port}`;
  }

  /** No signal: what is open breaks, and nothing new comes through. */
  cut() {
    this.#switch('cut');
  }

  /** The signal is back. */
  mend() {
    this.#switch('open');
  }

  /** Whoever asks for anything gets a sign-in page with 200. */
  portal() {
    this.#switch('portal');
  }

  /** Lets nothing `up` to the village, or nothing `down` from it, though every connection stands: until it is mended. */
  silence(way) {
    this.state = way;
  }

  /** Starts counting from nothing. */
  count() {
    Object.assign(this, { up: 0, down: 0 });
  }

  /** Stops the next request that begins so on its way: before the server has it, or its answer on the
   * way back. Resolves when that has happened; what was stopped never goes on. */
  stop(begins, { answer = false } = {}) {
    return new Promise((caught) => this.held.push({ begins, answer, caught }));
  }

  /** Breaks every request that begins so, until told otherwise by nothing. */
  bar(begins = null) {
    this.barred = begins;
  }

  /** Tears the next request that begins so: `asked`, half of it is all that the server gets; `answered`, the server
   * acts on it, and half of its answer is all that comes back; `lost`, nothing of it does; `short`, half of it does and
   * says that it is the whole. Resolves when that has happened. */
  tear(begins, how) {
    return new Promise((caught) => this.torn.push({ begins, how, caught }));
  }

  /** Something between the phone and the server answers every request that begins so by itself, while `when` says
   * so of the request's bytes: `{ status, type, body, more }`. Without an answer it lets all through again. */
  guard(begins = null, answer = null, when = () => true) {
    this.door = answer && { begins, answer, when, times: 0 };
    return this.door;
  }

  async close() {
    this.#switch('cut');
    await new Promise((closed) => this.listener.close(closed));
  }

  #switch(state) {
    this.state = state;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  #take(near) {
    this.#keep(near);
    if (this.state === 'cut') return near.resetAndDestroy();
    if (this.state === 'portal') return near.once('data', () => near.end(told(PORTAL)));
    const far = connect(this.far, '127.0.0.1');
    this.#keep(far);
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.on('data', (bytes) => this.#send(bytes, near, far));
    far.on('data', (bytes) => {
      if (near.deaf || this.state === 'down') return;
      this.down += bytes.length;
      if (near.tears) return tear(near, bytes);
      near.write(bytes);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  #send(bytes, near, far) {
    // what is left of a message that somebody else has answered already
    if (near.answered || this.state === 'up') return;
    if (this.barred && bytes.includes(this.barred)) return near.resetAndDestroy();
    if (near.waits || this.door) {
      // a door judges the whole request, and head and body may come in packets of their own
      bytes = near.waits ? Buffer.concat([near.waits, bytes]) : bytes;
      near.waits = whole(bytes) ? null : bytes;
      if (near.waits) return;
    }
    if (this.door && bytes.includes(this.door.begins) && this.door.when(bytes)) {
      this.door.times += 1;
      near.answered = true;
      return near.end(told(this.door.answer));
    }
    const tears = this.torn.findIndex(({ begins }) => bytes.includes(begins));
    if (tears >= 0) {
      [near.tears] = this.torn.splice(tears, 1);
      if (near.tears.how === 'asked') {
        near.tears.caught();
        return far.write(middle(bytes), () => near.resetAndDestroy());
      }
    }
    const at = this.held.findIndex(({ begins }) => bytes.includes(begins));
    if (at >= 0) {
      const [{ answer, caught }] = this.held.splice(at, 1);
      near.deaf = true;
      caught();
      if (!answer) return;
    }
    this.up += bytes.length;
    far.write(bytes);
  }

  #keep(socket) {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // a line that breaks is what it is there for
    socket.on('error', () => {});
  }
}

/** Whether all of a request is there. */
function whole(bytes) {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.subarray(0, head).toString('latin1'));
  return bytes.length >= head + 4 + Number(length?.[1] ?? 0);
}

/** An answer as it travels; the connection is closed after it. */
function told({ status, type, body, more = [] }) {
  const head = [`HTTP/1.1 ${status} No`, `content-type: ${type}`, `content-length: ${Buffer.byteLength(body)}`,
    'connection: close', ...more];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** What comes back of an answer that is torn. */
function tear(near, bytes) {
  const { how, caught } = near.tears;
  caught();
  if (how === 'lost') return near.resetAndDestroy();
  if (how === 'answered') return near.write(middle(bytes), () => near.resetAndDestroy());
  const [head, body] = bytes.toString('latin1').split('\r\n\r\n');
  const kept = head.split('\r\n').filter((line) => !/^(content-length|transfer-encoding|connection):/i.test(line));
  const half = body.slice(0, Math.floor(body.length / 2));
  return near.end(Buffer.from([...kept, 'connection: close', '', half].join('\r\n'), 'latin1'));
}
