// Reads square codes from pictures with a reader that is not ours, and stands in for the one of a phone's browser.

import { createRequire } from 'node:module';
import { join } from 'node:path';

const JSQR = createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js');

/** A stranger's reader, in a tab of its own. */
export class Reader {
  /** What gives a browser a camera that sees whatever is held before it: `window.held`. */
  static CAMERA = join(import.meta.dirname, 'camera.js');

  static async on({ context }) {
    const reader = new Reader();
    reader.tab = await context.newPage();
    await reader.tab.addScriptTag({ path: JSQR });
    return reader;
  }

  /** The text of the square in a picture; nothing when there is none. */
  read(picture) {
    return this.tab.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(data)).blob());
      const sheet = new OffscreenCanvas(image.width, image.height).getContext('2d');
      sheet.drawImage(image, 0, 0);
      const { data: dots, width, height } = sheet.getImageData(0, 0, image.width, image.height);
      return globalThis.jsQR(dots, width, height)?.data ?? null;
    }, `data:image/png;base64,${picture.toString('base64')}`);
  }
}
