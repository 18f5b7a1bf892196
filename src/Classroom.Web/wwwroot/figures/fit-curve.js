// Fit a curve to seven dots, with as many bends as you like, and see how far it misses them and four new ones.
import { curve, draw, label, line, number, scale, set, stage } from './kit.js';

const studied = [[-0.95, 1.5], [-0.63, 6.4], [-0.32, 3.8], [0, 5.6], [0.32, 4.7], [0.63, 5.5], [0.95, 5.3]];
const fresh = [[-0.8, 3.3], [-0.15, 5.8], [0.48, 6.5], [0.8, 5.4]];
const x = scale(-1, 1, 14, 406);
const y = scale(0, 10, 226, 8);

export default function build() {
  const { element, picture, slider, tell } = stage({
    viewBox: '0 0 420 324',
    alternative: 'Seven dots that the curve was fitted to, four new ones, and bars for how far the curve misses each kind on average.',
    hint: 'Allow more and more bends. Watch both bars. Which curve would you trust with new dots?',
  });
  const path = draw('path', { class: 'f-none s-s1', 'stroke-width': 3, 'stroke-linejoin': 'round' });
  const misses = fresh.map(() => draw('line', { class: 's-bad', 'stroke-width': 3 }));
  picture.append(
    draw('rect', { x: 8, y: 2, width: 404, height: 230, rx: 8, class: 'f-none s-line', 'stroke-width': 1.5 }), path, ...misses,
    ...studied.map(([at, height]) => draw('circle', { cx: x(at), cy: y(height), r: 6, class: 'f-ink' })),
    ...fresh.map(([at, height]) => draw('circle', { cx: x(at), cy: y(height), r: 6, class: 'f-paper s-ink', 'stroke-width': 2.5 })));
  const bars = [bar(picture, 264, 'f-ink', 'dots it studied', 'f-s1'), bar(picture, 304, 'f-paper s-ink', 'new dots', 'f-bad')];
  const bends = slider({ name: 'Bends allowed', min: 0, max: 5, value: 0, change: show });
  show();
  return element;

  function show() {
    // A polynomial of degree n has at most n − 1 bends.
    const f = fit(studied, bends.value + 1);
    const miss = dots => dots.reduce((sum, [at, height]) => sum + Math.abs(f(at) - height), 0) / dots.length;
    path.setAttribute('d', line(curve(f, studied[0][0], studied.at(-1)[0], x, y, 200)));
    misses.forEach((stroke, index) => set(stroke, { x1: x(fresh[index][0]), x2: x(fresh[index][0]), y1: y(fresh[index][1]), y2: y(f(fresh[index][0])) }));
    [studied, fresh].forEach((dots, index) => bars[index](miss(dots)));
    const best = bends.value === 1 ? ' No other curve here is better on new dots.' : '';
    tell(`${bends.value} ${bends.value === 1 ? 'bend' : 'bends'}: the curve misses the dots it studied by ${number(miss(studied))} on average, and the new dots by ${number(miss(fresh))}.${best}`);
  }
}

function bar(picture, middle, dot, name, fill) {
  const length = draw('rect', { x: 160, y: middle - 11, height: 22, rx: 3, class: fill });
  const value = label(0, middle + 5, '', { 'font-weight': 'bold' });
  picture.append(draw('circle', { cx: 18, cy: middle, r: 6, class: dot, 'stroke-width': 2.5 }), label(32, middle + 5, name), length, value);
  return miss => {
    set(length, { width: Math.max(2, miss * 80) });
    set(value, { x: 168 + miss * 80 }).textContent = number(miss);
  };
}

/** The polynomial of this degree with the least squared error: the normal equations, solved by elimination. */
function fit(dots, degree) {
  const powers = Array.from({ length: degree + 1 }, (_, power) => power);
  const rows = powers.map(i => [...powers.map(j => sum(([at]) => at ** (i + j))), sum(([at, height]) => height * at ** i)]);
  for (const pivot of powers) {
    for (const row of powers.filter(other => other !== pivot)) {
      const factor = rows[row][pivot] / rows[pivot][pivot];
      rows[row] = rows[row].map((value, column) => value - factor * rows[pivot][column]);
    }
  }
  const weights = powers.map(power => rows[power].at(-1) / rows[power][power]);
  return at => weights.reduceRight((height, weight) => height * at + weight, 0);

  function sum(term) { return dots.reduce((total, dot) => total + term(dot), 0); }
}
