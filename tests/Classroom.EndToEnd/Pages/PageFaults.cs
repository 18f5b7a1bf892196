using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>What axe does not find, and every page must be free of.</summary>
public static class PageFaults
{
    /// <summary>Each as a sentence.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page) => await page.EvaluateAsync<string[]>(Find);

    /// <summary>Null where the first of these is wholly on the first screen; otherwise a sentence.</summary>
    public static Task<string?> FindOffScreenAsync(IPage page, string selector) => page.EvaluateAsync<string?>(FindOffScreen, selector);

    private const string FindOffScreen = """
        selector => {
          scrollTo(0, 0);
          const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight ? null : `${selector} goes from ${Math.round(top)} to ${Math.round(bottom)} px of ${innerHeight}.`;
        }
        """;

    // The head's row is a button high, with some air. Words are cut off by the drawing that they stand in, and step numbers are seen
    // by eyes alone, so axe leaves them out. A space that Razor drops beside a condition leaves two words in one; in formulas they belong
    // together.
    private const string Find = """
        () => {
          const found = [];
          const head = document.querySelector('.site-header').offsetHeight;
          if (head > 68) found.push(`The head is ${head} px high, which is more than one row.`);

          const seen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          for (const text of document.querySelectorAll('main svg text')) {
            let drawing = text.ownerSVGElement;
            while (drawing.ownerSVGElement) drawing = drawing.ownerSVGElement;
            const inner = text.getBoundingClientRect(), outer = drawing.getBoundingClientRect();
            if (!seen(text) || inner.width === 0 || outer.width === 0 || getComputedStyle(drawing).overflow === 'visible') continue;
            const cut = Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom);
            if (cut > 2) found.push(`"${text.textContent.trim()}" is cut off by ${Math.round(cut)} px.`);
          }

          const light = color => {
            const [red, green, blue] = color.match(/[\d.]+/g).map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
          };
          for (const number of document.querySelectorAll('.rail [aria-hidden]')) {
            const lights = [light(getComputedStyle(number).color), light(getComputedStyle(number.closest('button')).backgroundColor)];
            const contrast = Math.max(...lights) / Math.min(...lights);
            if (contrast < 4.5) found.push(`Step number ${number.textContent} has a contrast of ${contrast.toFixed(1)}.`);
          }

          for (const box of innerWidth < 700 ? document.querySelectorAll('main *') : []) {
            const style = getComputedStyle(box);
            if (!/auto|scroll/.test(style.overflowX) || box.scrollWidth <= box.clientWidth + 1 || !seen(box) || box.matches('textarea')) continue;
            if (box.matches('.table-scroll') && getComputedStyle(box, '::after').visibility !== 'visible') {
              found.push(`The table ${box.getAttribute('aria-label')} has more columns and does not say so.`);
            }
            if (!style.backgroundAttachment.includes('local')) found.push(`${box.tagName}.${box.className} scrolls sideways and does not show it.`);
          }
          const boxes = text => {
            const range = document.createRange();
            range.selectNodeContents(text);
            return range.getClientRects();
          };
          const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          for (let last = null; texts.nextNode(); last = texts.currentNode) {
            const next = texts.currentNode;
            if (!last || last.parentNode === next.parentNode) continue;
            if (!/[\p{L}\p{N}.,:;!?%)”]$/u.test(last.data) || !/^[\p{L}\p{N}(“·]/u.test(next.data)) continue;
            if ([last, next].some(({ parentElement: place }) => !seen(place) || place.closest('svg, math, code, pre, sub, sup, em'))) continue;
            const end = [...boxes(last)].at(-1), start = boxes(next)[0];
            if (!end?.width || !start?.width || Math.abs(start.left - end.right) > 1) continue;
            const common = Math.min(end.bottom, start.bottom) - Math.max(end.top, start.top);
            if (common > Math.min(end.height, start.height) / 2) found.push(`There is no space between "${last.data.slice(-30)}" and "${next.data.slice(0, 30)}".`);
          }
          for (const odd of document.querySelectorAll('text:not(svg text)')) {
            found.push(`Razor wrote its own text tag into ${odd.parentElement.tagName}.${odd.parentElement.className}.`);
          }
          for (const box of innerWidth > 1300 ? document.querySelectorAll('.beside .table-scroll') : []) {
            if (box.scrollWidth > box.clientWidth + 1) found.push(`The table of the runs is ${box.scrollWidth - box.clientWidth} px too wide for its place.`);
          }
          return found;
        }
        """;
}
