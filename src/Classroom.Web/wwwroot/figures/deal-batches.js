// Deal ten examples into batches: one step for each batch, one epoch when all have had their turn.
import { draw, label, set, stage } from './kit.js';

const examples = 10;
const shuffled = [7, 2, 9, 4, 1, 10, 5, 8, 6, 3];
const left = 8;
const place = index => ({ x: left + index % 5 * 82, y: 28 + Math.floor(index / 5) * 62 });

export default function build() {
  const { element, picture, slider, button, tell } = stage({
    viewBox: '0 0 420 236',
    alternative: 'Ten numbered cards, dealt into batches. The cards of the batch that comes next have a thick frame.',
    hint: 'Choose a batch size and press Step until an epoch is over. How many steps did it take? Try 4, then 1, then 10.',
  });
  const cards = Array.from({ length: examples }, (_, index) => {
    const { x, y } = place(index);
    const box = draw('rect', { x, y, width: 72, height: 52, rx: 6 });
    const batch = label(x + 36, y + 44, '', { 'text-anchor': 'middle', class: 'f-muted', 'font-size': 14 });
    const name = label(x + 36, y + 25, '', { 'text-anchor': 'middle', 'font-size': 18, 'font-weight': 'bold' });
    picture.append(box, name, batch);
    return { box, name, batch };
  });
  const [steps, epochs] = [['steps', 8], ['epochs', 214]].map(([name, x]) => {
    const count = label(x + 99, 196, '', { 'text-anchor': 'middle', 'font-size': 30, 'font-weight': 'bold', class: 'f-accent' });
    picture.append(draw('rect', { x, y: 160, width: 198, height: 70, rx: 8, class: 'f-none s-line', 'stroke-width': 1.5 }), count,
      label(x + 99, 220, name, { 'text-anchor': 'middle' }));
    return count;
  });
  picture.append(label(left, 18, 'ten examples, shuffled for each epoch', { 'font-weight': 'bold' }));
  const size = slider({ name: 'Batch size', min: 1, max: examples, value: 4, change: startAgain });
  button('Step', () => { step(); show(); });
  button('Whole epoch', () => { do step(); while (next > 0); show(); });
  button('Start again', startAgain);
  let done, whole, next;
  startAgain();
  return element;

  function startAgain() {
    [done, whole, next] = [0, 0, 0];
    show();
  }

  function step() {
    next += size.value;
    done++;
    if (next >= examples) {
      next = 0;
      whole++;
    }
  }

  function show() {
    const inEpoch = Math.ceil(examples / size.value);
    cards.forEach(({ box, name, batch }, index) => {
      const isNext = index >= next && index < next + size.value;
      set(box, { class: `${index < next ? 'f-soft' : 'f-paper'} ${isNext ? 's-accent' : 's-muted'}`, 'stroke-width': isNext ? 4 : 1 });
      name.textContent = card(index, whole);
      batch.textContent = `batch ${Math.floor(index / size.value) + 1}`;
    });
    steps.textContent = done;
    epochs.textContent = whole;
    const rest = examples % size.value;
    const last = rest === 0 || inEpoch === 1 ? '' : ` The last batch has ${rest} ${rest === 1 ? 'card' : 'cards'}.`;
    tell(`${count(done, 'step')} and ${count(whole, 'epoch')} done: the weights have changed ${count(done, 'time')}. An epoch has ${count(inEpoch, 'step')}.${last}`);
  }
}

/** Multiplying the places 1 to 10 by a power of 7, modulo 11, shuffles them anew in each epoch. */
function card(index, epoch) {
  let placed = index + 1;
  for (let time = 0; time < epoch % examples; time++) placed = placed * 7 % (examples + 1);
  return shuffled[placed - 1];
}

const count = (number, name) => `${number} ${name}${number === 1 ? '' : 's'}`;
