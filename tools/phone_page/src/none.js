// Stands in for the key types that no envelope uses, so that their code is not in the page.
const none = () => {
  throw new Error("not in this page");
};
export const MLKEM768P256 = { keygen: none };
export const MLKEM768X25519 = { keygen: none };
export const p256 = { keygen: none };
