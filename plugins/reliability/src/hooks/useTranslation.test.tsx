import { renderInTestApp } from '@backstage/test-utils';
import { useTranslation } from './useTranslation';

function Texts() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('common.title')}</p>
      <p>{t('common.tier.help', { name: 'Gold', id: 'tier-1' })}</p>
      <p>{t('followUps.tab.results', { count: 1 })}</p>
      <p>{t('followUps.tab.results', { count: 3 })}</p>
      <p>{t('common.tier.help', { name: <b>Gold</b>, id: 'tier-1' })}</p>
    </>
  );
}

/** Never drawn: what the compiler has to refuse. */
function Refused() {
  const { t } = useTranslation();
  return [
    // @ts-expect-error there is no such text
    t('common.nothing'),
    // @ts-expect-error a blank is left
    t('common.tier.help', { name: 'Gold' }),
    // @ts-expect-error a number has to say which of two texts
    t('followUps.tab.results'),
    // @ts-expect-error of what is chosen at run time every text has to have its blanks
    t(`followUps.card.${Math.random() > 0.5 ? 'mine' : 'open'}`),
  ];
}

void Refused;

describe('useTranslation', () => {
  it('fills blanks with texts, counts and elements', async () => {
    const { container } = await renderInTestApp(<Texts />);
    expect(
      [...container.querySelectorAll('p')].map(each => each.innerHTML),
    ).toEqual([
      'Reliability',
      'Gold (tier-1)',
      '1 follow-up',
      '3 follow-ups',
      expect.stringMatching(/<b>Gold<\/b>.*\(tier-1\)/),
    ]);
  });
});
