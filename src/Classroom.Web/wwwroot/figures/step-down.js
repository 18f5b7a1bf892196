// Step down the loss (w − 3)² from w = 1 with a learning rate of one's choice: creep, arrive, overshoot or climb.
import { curve, draw, label, line, number, scale, stage } from './kit.js';

const start = 1;
const loss = w => (w - 3) ** 2;
const slope = w => 2 * (w - 3);
const [left, right, highest] = [-2.6, 8.6, 26];
const x = scale(left, right, 40, 410);
const y = scale(0, highest, 236, 14);
const exact = value => number(value, 4).replace(/\.?0+$/, '');

export default function build() {
  const { element, picture, slider, button, tell } = stage({
    viewBox: '0 0 420 284',
    alternative: 'The valley of the loss (w − 3)² with its lowest point at w = 3, and the path that the steps have taken on it.',
    hint: 'Press Step a few times. Then start again with a learning rate of 0.05, 0.5, 0.95 and 1.25.',
  });
  const axis = { 'text-anchor': 'middle', class: 'f-muted', 'font-size': 14 };
  const path = draw('path', { class: 'f-none s-accent', 'stroke-width': 2 });
  const dots = draw('g', { class: 'f-accent' });
  const here = draw('circle', { r: 7.5, class: 'f-paper s-accent', 'stroke-width': 3.5 });
  picture.append(
    ...[0, 5, 10, 15, 20, 25].flatMap(tick => [draw('line', { x1: 40, x2: 410, y1: y(tick), y2: y(tick), class: tick ? 's-line' : 's-muted' }), label(33, y(tick) + 5, tick, { ...axis, 'text-anchor': 'end' })]),
    ...[-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map(tick => label(x(tick), 255, number(tick, 0), axis)),
    label(225, 278, 'weight w', { ...axis, 'font-size': 15 }), label(225, 24, 'loss', { ...axis, 'font-size': 15 }),
    draw('path', { d: line(curve(loss, left + 0.55, right - 0.55, x, y)), class: 'f-none s-muted', 'stroke-width': 2.5 }), path, dots, here);
  const rate = slider({ name: 'Learning rate', min: 0.05, max: 1.25, step: 0.05, value: 0.25, text: number, change: startAgain });
  button('Step', step);
  button('Start again', startAgain);
  let weights;
  startAgain();
  return element;

  function startAgain() {
    weights = [start];
    show(`Start at w = ${start}: the loss is ${loss(start)}, the slope ${exact(slope(start))}.`);
  }

  function step() {
    const w = weights.at(-1);
    if (w < left || w > right) {
      show('The weight has left the picture: the training diverges. Start again with a smaller learning rate.');
      return;
    }
    const next = w - rate.value * slope(w);
    weights.push(next);
    const verdict = loss(next) > loss(w) + 1e-9 ? ' It has gone up.' : '';
    show(`Step ${weights.length - 1}: ${exact(w)} − ${number(rate.value)} × ${slope(w) < 0 ? `(${exact(slope(w))})` : exact(slope(w))} = ${exact(next)}. The loss is ${exact(loss(next))}.${verdict}`);
  }

  function show(text) {
    const points = weights.map(w => [x(w), Math.max(y(loss(w)), 4)]);
    path.setAttribute('d', line(points));
    dots.replaceChildren(...points.slice(0, -1).map(([cx, cy]) => draw('circle', { cx, cy, r: 4 })));
    here.setAttribute('cx', points.at(-1)[0]);
    here.setAttribute('cy', points.at(-1)[1]);
    tell(text);
  }
}
