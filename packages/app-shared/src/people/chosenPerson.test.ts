import { choosePerson, chosenPerson } from './chosenPerson';
import { GUEST } from './people';

afterEach(() => window.localStorage.clear());

describe('chosenPerson', () => {
  it('is nobody at first', () => {
    expect(chosenPerson()).toBeUndefined();
  });

  it('is who was chosen last', () => {
    choosePerson('lotte.brandt');
    choosePerson('lena.ostrow');
    expect(chosenPerson()).toBe('lena.ostrow');
  });

  it.each([
    ['the guest was chosen again', GUEST],
    ['the company does not have the person', 'eve'],
  ])('is nobody where %s', (_, name) => {
    choosePerson('lena.ostrow');
    choosePerson(name);
    expect(chosenPerson()).toBeUndefined();
  });
});
