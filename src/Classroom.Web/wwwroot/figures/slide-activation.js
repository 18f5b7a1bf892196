// Slide the sum that goes into four activation functions, and see what each makes of it.
import { curve, draw, label, line, move, number, scale, stage } from './kit.js';

const functions = [
  ['none', x => x],
  ['ReLU', x => Math.max(0, x)],
  ['sigmoid', x => 1 / (1 + Math.exp(-x))],
  ['tanh', Math.tanh],
];
const reach = 4;

export default function build() {
  const { element, picture, slider, tell } = stage({
    viewBox: '0 0 420 400',
    alternative: 'Graphs of output against sum without an activation function, with ReLU, sigmoid and tanh. A ring on each marks the output for the chosen sum.',
    hint: 'Slide the sum from one end to the other. Which outputs can grow without end?',
  });
  const plots = functions.map(([name, f], index) => plot(picture, name, f, 8 + index % 2 * 208, 6 + Math.floor(index / 2) * 200));
  const input = slider({ name: 'Sum', min: -reach, max: reach, step: 0.1, value: 1, text: x => number(x, 1), change: show });
  show();
  return element;

  function show() {
    plots.forEach(put => put(input.value));
    tell(`Sum ${number(input.value, 1)}: ${functions.map(([name, f]) => `${name} gives ${number(f(input.value))}`).join(', ')}.`);
  }
}

function plot(picture, name, f, left, top) {
  const x = scale(-reach, reach, left + 10, left + 186);
  const y = scale(-reach, reach, top + 182, top + 28);
  const stem = draw('line', { class: 's-accent', 'stroke-width': 1.5, 'stroke-dasharray': '4 4' });
  const dot = draw('circle', { r: 6, class: 'f-paper s-accent', 'stroke-width': 3 });
  const value = label(left + 190, top + 17, '', { 'text-anchor': 'end', 'font-weight': 'bold', class: 'f-accent' });
  picture.append(
    draw('rect', { x: left, y: top + 24, width: 196, height: 162, rx: 6, class: 'f-none s-line' }),
    draw('path', { d: `M${x(-reach)} ${y(0)}H${x(reach)}M${x(0)} ${y(-reach)}V${y(reach)}`, class: 's-muted', 'stroke-width': 1 }),
    draw('path', { d: line(curve(f, -reach, reach, x, y)), class: 'f-none s-s1', 'stroke-width': 3, 'stroke-linejoin': 'round' }),
    ...[-reach, reach].flatMap(end => [
      label(x(end), y(0) + (end < 0 ? -6 : 17), number(end, 0), { 'text-anchor': end < 0 ? 'start' : 'end', class: 'f-muted', 'font-size': 14 }),
      label(x(0) - 5, y(end) + (end < 0 ? 0 : 10), number(end, 0), { 'text-anchor': 'end', class: 'f-muted', 'font-size': 14 }),
    ]),
    stem, dot, label(left + 2, top + 17, name, { 'font-weight': 'bold' }), value);
  return at => {
    move(dot, x(at), y(f(at)));
    for (const [end, place] of [['x1', x(at)], ['x2', x(at)], ['y1', y(0)], ['y2', y(f(at))]]) stem.setAttribute(end, place);
    value.textContent = number(f(at));
  };
}
