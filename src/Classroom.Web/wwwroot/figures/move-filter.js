// Move a 3 × 3 filter over the letter T: nine products, one sum, and a feature map that fills.
import { draw, grid, label, move, number, stage } from './kit.js';

const letter = ['11111', '00100', '00100', '00100', '00100'].map(row => [...row].map(Number));
const filters = [
  ['upright line', [[-1, 2, -1], [-1, 2, -1], [-1, 2, -1]], 'This filter looks for upright lines.'],
  ['horizontal line', [[-1, -1, -1], [2, 2, 2], [-1, -1, -1]], 'This filter looks for horizontal lines.'],
  ['ink counter', [[1, 1, 1], [1, 1, 1], [1, 1, 1]], 'This filter counts the ink in the window.'],
];
const side = 3;
const indices = [0, 1, 2];
const whole = value => number(value, 0);

export default function build() {
  const { element, picture, slider, button, choice, tell } = stage({
    viewBox: '0 0 420 376',
    alternative: 'The letter T on a grid of 5 by 5 pixels, a window of 3 by 3 pixels on it, the filter, their products, and the feature map.',
    hint: 'Slide the window over the T and watch the sum. Where is it largest? Then try another filter.',
  });
  const pixels = grid(2, 28, 34, 5, 5);
  const map = grid(264, 36, 50, side, side, { 'font-size': 18 });
  const [patch, weights, products] = [2, 152, 302].map(left => grid(left, 236, 36, side, side));
  const frame = draw('rect', { width: 102, height: 102, rx: 3, class: 'f-none s-accent glides', 'stroke-width': 4 });
  const place = draw('rect', { width: 50, height: 50, rx: 3, class: 'f-none s-accent glides', 'stroke-width': 4 });
  const sum = label(210, 369, '', { 'text-anchor': 'middle', 'font-weight': 'bold', class: 'f-accent' });
  const heading = { 'font-weight': 'bold' };
  picture.append(
    label(2, 20, 'picture', heading), pixels.element, frame, label(264, 20, 'feature map', heading), map.element, place,
    draw('path', { d: 'M184 111h58m-9 -6l9 6l-9 6', class: 'f-none s-accent', 'stroke-width': 2.5, 'stroke-linejoin': 'round' }),
    label(2, 228, 'in the window', heading), patch.element, label(131, 295, '×', { 'text-anchor': 'middle', 'font-size': 20 }),
    label(152, 228, 'filter', heading), weights.element, label(281, 295, '=', { 'text-anchor': 'middle', 'font-size': 20 }),
    label(302, 228, 'products', heading), products.element, sum);
  letter.forEach((row, i) => row.forEach((ink, j) => pixels.put(i, j, ink, ink ? 'f-soft' : 'f-paper')));

  const filter = choice({ name: 'Filter', options: filters.map(([name]) => name), change: startAgain });
  const window = slider({ name: 'Window', min: 1, max: side * side, value: 1, text: at => `${at} of ${side * side}`, change: show });
  button('Next window', () => { window.value = window.value % (side * side) + 1; show(); });
  let seen = new Set();
  show();
  return element;

  function startAgain() {
    seen = new Set();
    window.value = 1;
    show();
  }

  function show() {
    const [row, column] = [Math.floor((window.value - 1) / side), (window.value - 1) % side];
    const [, taken, purpose] = filters[filter.value];
    const product = (i, j, top = row, left = column) => letter[top + i][left + j] * taken[i][j];
    const total = (top, left) => indices.flatMap(i => indices.map(j => product(i, j, top, left))).reduce((a, b) => a + b);
    seen.add(row * side + column);
    for (const i of indices) for (const j of indices) {
      const ink = letter[row + i][column + j];
      patch.put(i, j, ink, ink ? 'f-soft' : 'f-paper');
      weights.put(i, j, whole(taken[i][j]));
      products.put(i, j, whole(product(i, j)), product(i, j) === 0 ? 'f-paper' : 'f-soft');
      map.put(i, j, seen.has(i * side + j) ? whole(total(i, j)) : '', seen.has(i * side + j) && total(i, j) > 0 ? 'f-soft' : 'f-paper');
    }
    move(frame, 2 + column * 34, 28 + row * 34);
    move(place, 264 + column * 50, 36 + row * 50);
    sum.textContent = `sum of the nine products: ${whole(total(row, column))}`;
    tell(`${purpose} Rows ${row + 1}–${row + side}, columns ${column + 1}–${column + side}: the nine products add up to ${whole(total(row, column))}. ${seen.size} of ${side * side} places of the map are filled.`);
  }
}
