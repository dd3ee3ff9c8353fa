import assert from 'node:assert/strict';

const REF = '/services/component/default/voucher-service';

/** What a person typed survives a restart. */
export const restartJourney = {
  'keeps an overridden tier and the history through a restart': async ({
    portal,
  }) => {
    const before = await portal.get(REF);
    assert.equal(before.tier.source, 'override');
    const history = await portal.get(`${REF}/history`);
    await portal.stop();
    await portal.start('app');
    const after = await portal.get(REF);
    assert.deepEqual(after.tier, before.tier);
    assert.equal(after.reports[0].score, before.reports[0].score);
    const later = await portal.get(`${REF}/history`);
    assert.deepEqual(later.items.slice(-history.items.length), history.items);
  },
};
