// Shows the dialog while the circuit is away. A page whose circuit is gone for good (server restarted, slept too
// long) reloads by itself: everything that matters is on the server. Nobody has to press anything: where Blazor gives up, we
// go on trying.
import { askWhy } from './CircuitTrouble.razor.js';

const betweenTries = 10000;
const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show': if (!dialog.open) dialog.showModal(); tellWhy(); break;
    case 'hide': dialog.close(); break;
    case 'failed': tellWhy(); retryLater(); break;
    case 'rejected': location.reload(); break;
  }
});
document.getElementById('components-reconnect-button').addEventListener('click', retry);
document.getElementById('components-resume-button').addEventListener('click', () => location.reload());

// The server may be there, and have its reasons. Whoever is no longer signed in is shown the way to sign in.
async function tellWhy() {
  const why = await askWhy();
  if (why?.status === 401) location.reload();
  dialog.querySelector('.refused').textContent = why?.word ?? '';
}

let nextTry = 0;

function retryLater() {
  clearTimeout(nextTry);
  nextTry = setTimeout(retry, betweenTries);
  document.addEventListener('visibilitychange', retryWhenVisible);
}

async function retry() {
  clearTimeout(nextTry);
  document.removeEventListener('visibilitychange', retryWhenVisible);
  try {
    if (!await Blazor.reconnect()) location.reload();
  } catch {
    // The server is still away.
    retryLater();
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === 'visible') await retry();
}
