// One neuron with two switches as its inputs: weights and bias draw a straight border. Can it get all four corners right?
import { draw, label, number, scale, set, stage } from './kit.js';

const corners = [[0, 0], [0, 1], [1, 0], [1, 1]];
const tasks = [['both up (AND)', [0, 0, 0, 1]], ['at least one (OR)', [0, 1, 1, 1]], ['just one (XOR)', [0, 1, 1, 0]]];
const [low, high] = [-0.5, 1.5];
const x = scale(low, high, 46, 286);
const y = scale(low, high, 256, 16);

export default function build() {
  const { element, picture, slider, choice, tell } = stage({
    viewBox: '0 0 420 300',
    alternative: 'Four corners, one for each position of two switches. On the shaded side of a straight border the neuron says on.',
    hint: 'Get all four corners right for AND, then for OR. Then try XOR, the light on the stairs.',
  });
  const side = draw('path', { class: 'f-soft s-accent', 'stroke-width': 2 });
  const verdicts = draw('g');
  const axis = { 'text-anchor': 'middle', class: 'f-muted', 'font-size': 14 };
  picture.append(side, draw('rect', { x: 46, y: 16, width: 240, height: 240, class: 'f-none s-muted' }),
    ...[0, 1].flatMap(tick => [label(x(tick), 274, tick, axis), label(36, y(tick) + 5, tick, axis)]),
    label(166, 294, 'switch A', { ...axis, 'font-size': 15 }), label(14, 136, 'switch B', { ...axis, 'font-size': 15, transform: 'rotate(-90 14 136)' }),
    verdicts,
    draw('circle', { cx: 312, cy: 40, r: 9, class: 'f-ink' }), label(328, 45, 'must be on'),
    draw('circle', { cx: 312, cy: 70, r: 9, class: 'f-paper s-ink', 'stroke-width': 2.5 }), label(328, 75, 'must be off'),
    draw('rect', { x: 303, y: 91, width: 18, height: 18, class: 'f-soft s-accent', 'stroke-width': 2 }), label(328, 105, 'says on'),
    draw('circle', { cx: 312, cy: 132, r: 11, class: 'f-none s-bad', 'stroke-width': 4 }), label(328, 137, 'wrong'));
  const task = choice({ name: 'The light should be on with', options: tasks.map(([name]) => name), change: show });
  const control = (name, value) => slider({ name, min: -2, max: 2, step: 0.5, value, text: number1, change: show });
  const [first, second, bias] = [control('Weight of A', 1), control('Weight of B', 1), control('Bias', 0)];
  show();
  return element;

  function show() {
    const sum = ([a, b]) => first.value * a + second.value * b + bias.value;
    const wanted = tasks[task.value][1];
    side.setAttribute('d', half(sum));
    verdicts.replaceChildren(...corners.flatMap((corner, index) => {
      const [cx, cy] = [x(corner[0]), y(corner[1])];
      const right = (sum(corner) >= 0 ? 1 : 0) === wanted[index];
      const dot = set(draw('circle', { cx, cy, r: 9, 'stroke-width': 2.5 }), { class: wanted[index] ? 'f-ink s-ink' : 'f-paper s-ink' });
      const value = label(cx + 18, cy - 10, number1(sum(corner)), { class: 'f-ink s-paper', 'stroke-width': 4, 'paint-order': 'stroke' });
      return right ? [dot, value] : [dot, value, draw('circle', { cx, cy, r: 16, class: 'f-none s-bad', 'stroke-width': 4 })];
    }));
    const hits = corners.filter((corner, index) => (sum(corner) >= 0 ? 1 : 0) === wanted[index]).length;
    const most = task.value === 2 && hits === 3 ? ' With one straight border that is the most.' : '';
    tell(`${hits} of 4 corners are right.${most} The sums are ${corners.map(corner => number1(sum(corner))).join(', ')}; from 0 on the neuron says on.`);
  }
}

const number1 = value => number(value, 1);

/** The part of the square where the sum is at least 0: walk round its edge, and cut where the sign changes. */
function half(sum) {
  const square = [[low, low], [high, low], [high, high], [low, high]];
  const kept = square.flatMap((from, index) => {
    const to = square[(index + 1) % square.length];
    const [a, b] = [sum(from), sum(to)];
    const cut = a >= 0 !== b >= 0 ? [[from[0] + (to[0] - from[0]) * a / (a - b), from[1] + (to[1] - from[1]) * a / (a - b)]] : [];
    return a >= 0 ? [from, ...cut] : cut;
  });
  return kept.length < 3 ? '' : `M${kept.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join('L')}z`;
}
