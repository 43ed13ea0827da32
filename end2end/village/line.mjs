// The line between one phone and the village: a proxy on loopback that can be cut, mended, taken by a
// hotel's sign-in page, or made to lose an answer. It counts what passes.

import { connect, createServer } from 'node:net';

const PORTAL = '<!doctype html><title>Wi-Fi</title><h1>Welcome! Sign in to this Wi-Fi</h1>';

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
    Object.assign(this, { far, state: 'open', up: 0, down: 0, held: [], barred: null });
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
    if (this.state === 'portal') return near.once('data', () => near.end(page()));
    const far = connect(this.far, '127.0.0.1');
    this.#keep(far);
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.on('data', (bytes) => this.#send(bytes, near, far));
    far.on('data', (bytes) => {
      if (near.deaf) return;
      this.down += bytes.length;
      near.write(bytes);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  #send(bytes, near, far) {
    if (this.barred && bytes.includes(this.barred)) return near.resetAndDestroy();
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

function page() {
  const length = Buffer.byteLength(PORTAL);
  const head = ['HTTP/1.1 200 OK', 'content-type: text/html', `content-length: ${length}`, 'connection: close'];
  return `${head.join('\r\n')}\r\n\r\n${PORTAL}`;
}
