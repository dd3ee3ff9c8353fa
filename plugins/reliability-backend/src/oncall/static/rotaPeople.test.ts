import { asWritten, readPerson } from './rotaPeople';

it.each([
  ['user:default/ada', 'ada', 'user:default/ada'],
  ['User:Default/Ada', 'ada', 'user:default/ada'],
  ['ada', 'ada', 'user:default/ada'],
  ['uk/ada', 'uk/ada', 'user:uk/ada'],
  [' user:uk/ada ', 'uk/ada', 'user:uk/ada'],
  ['group:default/pay', 'group:default/pay', 'group:default/pay'],
  ['user:', 'user:', 'user:'],
])('%s is called %s and is %s', (written, name, entityRef) => {
  expect(asWritten(readPerson(written))).toMatchObject({
    id: entityRef,
    name,
    entityRef,
  });
});

it.each([
  ['Ada@Example.com', 'ada@example.com'],
  [' ada+night@example.com', 'ada+night@example.com'],
])('%s is an e-mail address', (written, email) => {
  expect(asWritten(readPerson(written))).toEqual({
    id: email,
    name: email,
    email,
  });
});
