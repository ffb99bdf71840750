import { expect, it } from 'vitest';
import { checkpointText, newSigner, openCheckpoint, readSigner, readVerifier, signatureLine, signNote } from './note.ts';

// The examples of C2SP tlog-cosignature, and of Go's golang.org/x/mod/sumdb/note.
const published = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;
const skey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const quote = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

it('reads the keys of Go and makes its very signature', () => {
  expect(readSigner(skey).verifier.text).toBe(vkey);
  expect(readVerifier(vkey).text).toBe(vkey);
  expect(signatureLine(readSigner(skey), quote, new Date(0))).toBe(
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
  );
});

it('says what is wrong with a key', () => {
  expect(() => readVerifier(vkey.replace('c74f20a3', 'c74f20a4'))).toThrow('copied wrongly');
  expect(() => readVerifier('PeterNeumann')).toThrow('no Ed25519 key');
  expect(() => readVerifier(vkey.replace('ARpc', 'AxpC'))).toThrow('no Ed25519 key');
  expect(() => readSigner(vkey)).toThrow('PRIVATE+KEY+');
  expect(() => newSigner('a b', 'NOTE')).toThrow('no name of a key');
  expect(() => newSigner('', 'NOTE')).toThrow('no name of a key');
});

it('reads a published checkpoint line by line, and leaves other keys aside', () => {
  const stranger = newSigner('example.com/behind-the-sofa', 'NOTE');
  expect(() => openCheckpoint(published, stranger.verifier)).toThrow('no signature of the key');
  const text = published.slice(0, published.indexOf('\n\n') + 1);
  const both = `${published}${signatureLine(stranger, text, new Date())}`;
  expect(openCheckpoint(both, stranger.verifier)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163, at: null });
});

it('refuses what was changed, and what is no checkpoint', () => {
  const signer = newSigner('log.example.org', 'NOTE');
  const witness = newSigner('witness.example.org', 'COSIGNATURE');
  const text = checkpointText('log.example.org', 7, Buffer.alloc(32, 9));
  const note = signNote(signer, text, new Date());
  const at = new Date('2023-03-20T13:32:27Z');
  const cosigned = `${note}${signatureLine(witness, text, at)}`;
  expect(openCheckpoint(cosigned, signer.verifier).size).toBe(7);
  expect(openCheckpoint(cosigned, witness.verifier).at).toEqual(at);
  expect(openCheckpoint(cosigned, readVerifier(witness.verifier.text)).root.equals(Buffer.alloc(32, 9))).toBe(true);
  expect(openCheckpoint(signNote(readSigner(signer.text), text, at), signer.verifier).text).toBe(text);
  for (const wrong of [note.replace('\n7\n', '\n8\n'), cosigned.replace('\n7\n', '\n8\n')])
    expect(() => openCheckpoint(wrong, signer.verifier)).toThrow('does not fit');
  expect(() => openCheckpoint(cosigned.replace('\n7\n', '\n8\n'), witness.verifier)).toThrow('does not fit');
  for (const wrong of ['', 'words', note.trimEnd(), note.replace('—', '-'), `${note}more\n`])
    expect(() => openCheckpoint(wrong, signer.verifier)).toThrow('no signed note');
  for (const wrong of ['one\ntwo\nthree\n', 'o\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n', 'o\n1\nAAAA\n'])
    expect(() => openCheckpoint(signNote(signer, wrong, at), signer.verifier)).toThrow('no checkpoint');
});
