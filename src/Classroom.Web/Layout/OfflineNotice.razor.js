// Says that the page is not connected as soon as the browser has lost its network. Blazor's client waits for an answer that is overdue,
// which takes many seconds. A network that is merely slow fires no event, and a server that still answers (on the same computer, say) is
// no reason to speak.
const patience = 2000;
const betweenTries = 3000;
const notice = document.querySelector('#offline-notice p');
let watching = false;

addEventListener('offline', watch);
addEventListener('online', () => { notice.hidden = true; });

async function watch() {
  if (watching) return;
  watching = true;
  while (!navigator.onLine) {
    notice.hidden = await answers() || navigator.onLine;
    await new Promise(resolve => setTimeout(resolve, betweenTries));
  }
  notice.hidden = true;
  watching = false;
}

async function answers() {
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
}
