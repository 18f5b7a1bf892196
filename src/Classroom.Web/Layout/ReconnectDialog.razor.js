// Shows the dialog while the circuit is away. A page whose circuit is gone for good (server restarted, slept too
// long) reloads by itself: everything that matters is on the server. Nobody has to press anything: where Blazor gives up, we
// go on trying.
const betweenTries = 10000;
const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show': if (!dialog.open) dialog.showModal(); break;
    case 'hide': dialog.close(); break;
    case 'failed': retryLater(); break;
    case 'rejected': location.reload(); break;
  }
});
document.getElementById('components-reconnect-button').addEventListener('click', retry);
document.getElementById('components-resume-button').addEventListener('click', () => location.reload());

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
