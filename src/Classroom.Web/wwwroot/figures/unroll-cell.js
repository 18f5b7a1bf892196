// Read ones and zeros with the smallest recurrent cell, new h = tanh(input + 0.5 × old h), and compare two orders.
import { draw, label, number, set, stage } from './kit.js';

const most = 5;
const unit = 80;

export default function build() {
  const { element, picture, button, tell } = stage({
    viewBox: '0 0 420 330',
    alternative: 'Bars for the memory h after each step: above for the numbers that you read now, below for the ones read before.',
    hint: 'Feed the cell ones and zeros. Then start again with the same numbers in another order.',
  });
  const rows = [row(picture, 'now', 130), row(picture, 'before', 290)];
  let now = [];
  let before = [1, 0, 1];
  button('Read 1', () => read(1));
  button('Read 0', () => read(0));
  button('Start again', () => {
    if (now.length > 0) before = now;
    now = [];
    show('The memory is 0 again.');
  });
  show('The memory starts at 0.');
  return element;

  function read(input) {
    if (now.length === most) {
      show(`${most} numbers are enough: start again.`);
      return;
    }
    const old = memories(now).at(-1) ?? 0;
    now = [...now, input];
    const sum = input + 0.5 * old;
    show(`Step ${now.length}: 1 × ${input} + 0.5 × ${old === 0 ? 0 : number(old)} = ${number(sum)}, and tanh of that is the new h = ${number(Math.tanh(sum))}.`);
  }

  function show(text) {
    rows[0](now);
    rows[1](before);
    tell(text);
  }
}

/** The memory after each input. */
function memories(inputs) {
  const states = [];
  for (const input of inputs) states.push(Math.tanh(input + 0.5 * (states.at(-1) ?? 0)));
  return states;
}

function row(picture, name, floor) {
  const title = label(6, floor - 108, '', { 'font-weight': 'bold' });
  const steps = Array.from({ length: most }, (_, index) => {
    const left = 14 + index * 82;
    return {
      bar: draw('rect', { x: left, width: 60, rx: 3, class: 'f-soft s-accent', 'stroke-width': 2 }),
      value: label(left + 30, 0, '', { 'text-anchor': 'middle', 'font-weight': 'bold' }),
      input: label(left + 30, floor + 20, '', { 'text-anchor': 'middle', class: 'f-muted' }),
    };
  });
  picture.append(title, ...steps.flatMap(({ bar, value, input }) => [bar, value, input]),
    draw('line', { x1: 6, x2: 414, y1: floor, y2: floor, class: 's-muted', 'stroke-width': 1.5 }));
  return inputs => {
    title.textContent = `${name}: ${inputs.join(', ') || 'nothing read yet'}`;
    const states = memories(inputs);
    steps.forEach(({ bar, value, input }, index) => {
      const height = index < states.length ? states[index] * unit : 0;
      const last = index === states.length - 1;
      set(bar, { y: floor - height, height, visibility: index < states.length ? 'visible' : 'hidden', class: `${last ? 'f-accent' : 'f-soft'} s-accent` });
      set(value, { y: floor - height - 7 }).textContent = index < states.length ? number(states[index]) : '';
      input.textContent = index < states.length ? `reads ${inputs[index]}` : '';
    });
  };
}
