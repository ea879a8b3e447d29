/**
 * Passkeys: asks the server what to sign, has the browser sign it, writes the answer into the form's hidden field and sends the
 * form. Where the browser knows no passkeys, nothing of it is shown.
 */
export function offerPasskeys() {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  for (const field of document.querySelectorAll('[data-passkey]')) {
    const { form } = field;
    if (field.dataset.passkey === 'get') offerUse(form, field);
    else offerNew(form, field);
  }
}

function offerUse(form, field) {
  const button = form.querySelector('[data-passkey-go]');
  button.hidden = false;
  button.addEventListener('click', () => void signAndSend(form, field, button, use));
}

function offerNew(form, field) {
  form.hidden = false;
  form.parentElement.querySelector('[data-passkey-missing]').hidden = true;
  form.addEventListener('submit', (event) => {
    if (field.value !== '') return;
    event.preventDefault();
    void signAndSend(form, field, form.querySelector('button'), create);
  });
}

async function signAndSend(form, field, button, sign) {
  const failed = form.querySelector('[data-passkey-failed]');
  failed.hidden = true;
  button.disabled = true;
  try {
    const answer = await fetch(field.dataset.question, { method: 'POST' });
    if (answer.status === 401) return location.reload();
    // the server has to ask first who is there: it does when the form comes
    field.value = answer.status === 403 ? '' : JSON.stringify(await sign(await answer.json()));
    form.submit();
  } catch {
    // cancelled, timed out, or not there
    failed.hidden = false;
    button.disabled = false;
  }
}

async function use({ challenge, rpId, keys }) {
  const { rawId, response } = await navigator.credentials.get({
    publicKey: {
      challenge: octets(challenge),
      rpId,
      allowCredentials: keys.map(described),
      userVerification: 'required',
    },
  });
  return {
    credentialId: text(rawId),
    clientData: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
  };
}

async function create({ challenge, rpId, keys, userId, username, displayName }) {
  const { rawId, response } = await navigator.credentials.create({
    publicKey: {
      challenge: octets(challenge),
      rp: { id: rpId, name: 'Pulang' },
      user: { id: octets(userId), name: username, displayName },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: keys.map(described),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
      attestation: 'none',
    },
  });
  return {
    credentialId: text(rawId),
    clientData: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  };
}

const described = ({ id, transports }) => ({ type: 'public-key', id: octets(id), transports });

const octets = (base64url) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
