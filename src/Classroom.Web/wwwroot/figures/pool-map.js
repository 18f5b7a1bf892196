// Pool a feature map by the largest number or the average, in small blocks or one large one, and move the map by a pixel.
import { draw, grid, label, number, stage } from './kit.js';

const map = [[1, 0, 2, 3], [4, 6, 0, 1], [0, 2, 5, 5], [1, 1, 0, 2]];
const side = map.length;
const rules = [['largest', block => Math.max(...block)], ['average', block => block.reduce((a, b) => a + b) / block.length]];
const colors = ['s1', 's6', 's3', 's4'];
const short = value => number(value).replace(/\.?0+$/, '');
const range = count => Array.from({ length: count }, (_, index) => index);

export default function build() {
  const { element, picture, slider, choice, tell } = stage({
    viewBox: '0 0 420 252',
    alternative: 'A feature map of 4 by 4 numbers, cut into blocks, and the pooled map beside it.',
    hint: 'Pool by the largest number, then move the map by one column. What is left of the finds? Compare with the average.',
  });
  const cells = grid(4, 32, 52, side, side, { 'font-size': 18 });
  const blocks = draw('g', { class: 'f-none', 'stroke-width': 4 });
  const pooled = draw('g');
  picture.append(label(4, 20, 'feature map', { 'font-weight': 'bold' }), cells.element, blocks,
    draw('path', { d: 'M226 136h56m-9 -6l9 6l-9 6', class: 'f-none s-accent', 'stroke-width': 2.5, 'stroke-linejoin': 'round' }),
    label(296, 20, 'pooled', { 'font-weight': 'bold' }), pooled);
  const rule = choice({ name: 'Keep', options: ['the largest', 'the average'], change: show });
  const size = choice({ name: 'Block', options: ['2 × 2', '4 × 4'], change: show });
  const shift = slider({ name: 'Columns moved to the right', min: 0, max: 2, value: 0, change: show });
  show();
  return element;

  function show() {
    const block = size.value === 0 ? 2 : 4;
    const count = side / block;
    const moved = pool(shift.value, block);
    const still = pool(0, block);
    range(side).forEach(i => range(side).forEach(j => cells.put(i, j, at(i, j, shift.value), j < shift.value ? 'f-line' : 'f-paper')));
    const frames = range(count * count).map(index => ({ row: Math.floor(index / count), column: index % count, color: colors[index] }));
    blocks.replaceChildren(...frames.map(({ row, column, color }) =>
      draw('rect', { x: 7 + column * block * 52, y: 35 + row * block * 52, width: block * 52 - 6, height: block * 52 - 6, rx: 4, class: `s-${color}` })));
    const top = 136 - count * 30;
    pooled.replaceChildren(...frames.flatMap(({ row, column, color }, index) => [
      draw('rect', { x: 299 + column * 60, y: top + 3 + row * 60, width: 54, height: 54, rx: 4, class: `f-paper s-${color}`, 'stroke-width': 4 }),
      label(326 + column * 60, top + 37 + row * 60, short(moved[index]), { 'text-anchor': 'middle', 'font-size': 20, 'font-weight': 'bold' }),
    ]));
    const same = moved.filter((value, index) => value === still[index]).length;
    const compared = shift.value === 0 ? '' : ` Before the move: ${still.map(short).join(', ')}. Unchanged: ${same} of ${moved.length}.`;
    tell(`The ${rules[rule.value][0]} of each block: ${moved.map(short).join(', ')}.${compared}`);
  }

  function pool(by, block) {
    const count = side / block;
    return range(count * count).map(index => rules[rule.value][1](range(block * block).map(place =>
      at(Math.floor(index / count) * block + Math.floor(place / block), index % count * block + place % block, by))));
  }
}

/** The number in a place of the map when it has moved to the right; zeros come in from the left. */
const at = (row, column, by) => column < by ? 0 : map[row][column - by];
