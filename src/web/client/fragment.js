/**
 * A link from a receipt or for a device carries its secret in the fragment, which no server and no log ever sees. It is
 * taken out of the address at once and posted; without scripts the codes are typed instead.
 */
const form = document.querySelector('[data-fragment]');
const secret = form && new URLSearchParams(window.location.hash.slice(1)).get(form.dataset.fragment);

if (secret) {
  window.history.replaceState(null, '', window.location.pathname);
  const name = form.dataset.field ?? form.dataset.fragment;
  const field = form.elements[name] ?? form.appendChild(hidden(name));
  field.value = secret;
  form.requestSubmit();
}

function hidden(name) {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  return field;
}
