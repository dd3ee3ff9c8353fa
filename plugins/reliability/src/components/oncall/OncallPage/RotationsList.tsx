import {
  useRotations,
  type OncallAddress,
} from '../../../hooks/oncall/useOncall';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { HiddenNames } from '../common';
import { ListFrame } from './ListFrame';
import { NothingListed } from './NothingListed';
import { RotationRow } from './RotationRow';

/** The rotations that services use. */
export function RotationsList({ address }: { address: OncallAddress }) {
  const { t } = useTranslation();
  return (
    <Async state={useRotations(address.params)}>
      {(page, refreshing) => (
        <>
          {page.namesHidden && <HiddenNames />}
          <ListFrame
            page={page}
            refreshing={refreshing}
            address={address}
            label={t('oncalls.rotations.caption')}
            results={t('oncalls.rotationResults', { count: page.totalItems })}
            empty={
              <NothingListed
                address={address}
                title={t('oncalls.none.rotations')}
                text={t('oncalls.none.rotationsText')}
              />
            }
          >
            {page.items.map(rotation => (
              <RotationRow key={rotation.id} rotation={rotation} />
            ))}
          </ListFrame>
        </>
      )}
    </Async>
  );
}
