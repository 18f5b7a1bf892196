// Follows mouse, finger or pen over the sheet: shows the ink at once, and tells the server of it five times a second. The server
// draws what it was told, so that fresh ink is wiped away when all of it has arrived.
const pause = 200;
const least = 2.5;
const most = 400;
const keys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', ' ', 'Enter', 'Delete', 'Backspace']);

export function attach(pad, server) {
  const ending = new AbortController();
  const until = { signal: ending.signal };
  const wet = pad.querySelector('.wet');
  let pointer = null;
  let last = null;
  let path = '';
  let pieces = [];
  let sending = false;

  // In the units of the sheet, whole ones.
  function place(event) {
    const { left, top, width, height } = pad.getBoundingClientRect();
    const { width: across, height: down } = pad.viewBox.baseVal;
    return [Math.round((event.clientX - left) / width * across), Math.round((event.clientY - top) / height * down)];
  }

  function add([x, y], begins) {
    if (begins || pieces.length === 0 || pieces.at(-1).points.length >= most) pieces.push({ begins, points: [] });
    pieces.at(-1).points.push(x, y);
    path += begins ? `M${x} ${y}L${x} ${y}` : `L${x} ${y}`;
    wet.setAttribute('d', path);
    last = [x, y];
    send();
  }

  async function send() {
    if (sending) return;
    sending = true;
    while (pieces.length > 0 && !ending.signal.aborted) {
      const batch = pieces.splice(0, 4);
      try {
        await server.invokeMethodAsync('DrawAsync', batch);
      } catch {
        // The connection is lost; the page says so itself.
        pieces = [];
      }
      wipe();
      await new Promise(resolve => setTimeout(resolve, pause));
    }
    sending = false;
  }

  function wipe() {
    if (pointer !== null || pieces.length > 0) return;
    path = '';
    wet.removeAttribute('d');
  }

  function end(event) {
    if (event.pointerId !== pointer) return;
    pointer = null;
    if (!sending) wipe();
  }

  pad.addEventListener('pointerdown', event => {
    if (pointer !== null || event.button !== 0) return;
    pointer = event.pointerId;
    pad.setPointerCapture(pointer);
    add(place(event), true);
  }, until);
  pad.addEventListener('pointermove', event => {
    if (event.pointerId !== pointer) return;
    for (const each of event.getCoalescedEvents?.() ?? [event]) {
      const [x, y] = place(each);
      if (Math.hypot(x - last[0], y - last[1]) >= least) add([x, y], false);
    }
  }, until);
  pad.addEventListener('pointerup', end, until);
  pad.addEventListener('pointercancel', end, until);
  pad.addEventListener('keydown', event => { if (keys.has(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) event.preventDefault(); }, until);

  return { stop: () => ending.abort() };
}
