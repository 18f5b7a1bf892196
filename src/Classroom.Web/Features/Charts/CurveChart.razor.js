// What only a browser can do for a chart: add points to what is drawn, show one step in all charts, make a picture file.
const plots = new Set();
let telling = false;

const axis = plot => plot.layout.xaxis.title.text;

function others(plot, act) {
  if (telling) return;
  telling = true;
  for (const other of plots) {
    if (other !== plot && other.isConnected && axis(other) === axis(plot)) act(other);
  }
  telling = false;
}

/** Takes over the chart within an element, as soon as it stands there. */
export async function attach(element) {
  const plot = element.firstElementChild;
  while (!plot._fullLayout) await new Promise(next => setTimeout(next, 20));
  plots.add(plot);
  plot.on('plotly_hover', ({ event, xvals }) => event?.isTrusted && others(plot, other => Plotly.Fx.hover(other, { xval: xvals[0] }, ['xy'], true)));
  plot.on('plotly_unhover', () => others(plot, other => Plotly.Fx.unhover(other)));

  return {
    async draw(traces, layout) {
      // The layout first: it says how to write numbers that may be very large. Plotly keeps it, and the zoom, in plot.layout.
      if (layout) await Plotly.relayout(plot, layout);
      await Plotly.react(plot, traces, plot.layout);
      element.dataset.drawn = 'true';
    },
    async append({ traces, x, y, text, most }) {
      await Plotly.extendTraces(plot, text ? { x, y, text } : { x, y }, traces, text ? { x: most, y: most, text: most } : { x: most, y: most });
    },
    async relayout(layout) {
      await Plotly.relayout(plot, layout);
    },
    async download(filename, title) {
      // On white paper, whatever the screen looks like, and with the names of the lines in the picture.
      const { clientWidth: width, clientHeight: height } = element;
      const layout = { ...plot.layout, width, height: height + 120, paper_bgcolor: '#ffffff', showlegend: true, legend: { orientation: 'h', y: -0.25 }, title: { text: title }, margin: { ...plot.layout.margin, t: 48 } };
      const url = await Plotly.toImage({ data: plot.data, layout }, { format: 'png', scale: 2 });
      Object.assign(document.createElement('a'), { href: url, download: filename }).click();
    },
    detach() {
      plots.delete(plot);
    },
  };
}
