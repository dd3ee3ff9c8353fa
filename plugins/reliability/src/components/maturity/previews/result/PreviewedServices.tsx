import FilterIcon from '@material-ui/icons/FilterList';
import { makeStyles } from '@material-ui/core/styles';
import type { Preview } from '@plimsoll/backstage-plugin-reliability-common';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async, StateMessage } from '../../../async';
import { ListPager, SmallButton } from '../../../common';
import { ScrollRegion } from '../../ScrollRegion';
import { Section } from '../../Section';
import {
  previewChanges,
  previewQueryOf,
  type ListedChange,
  type PreviewParams,
} from '../previewAddress';
import { PreviewedTable } from './PreviewedTable';

const useStyles = makeStyles(theme => ({
  filter: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
}));

const isNarrowed = ({ owner, tier, check }: PreviewParams) =>
  owner.length + tier.length > 0 || check !== undefined;

/** The services of a preview, before and after; filters and page live in the address. */
export function PreviewedServices(props: {
  preview: Preview;
  address: ListAddress<PreviewParams>;
}) {
  const { preview, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const { totals } = preview;
  const chosen: ListedChange =
    params.change ?? (totals.down > 0 ? 'down' : 'any');
  const state = useRoute(
    'listPreviewServices',
    { id: preview.id, query: previewQueryOf(params, chosen) },
    preview.id,
  );
  const counts = { ...totals, any: totals.services };
  const clear = () =>
    change({ change: 'any', owner: [], tier: [], check: undefined });
  return (
    <Section title={t('previews.result.list')}>
      <div
        className={classes.filter}
        role="group"
        aria-label={t('previews.result.filter')}
      >
        {([...previewChanges, 'any'] as const).map(each => (
          <SmallButton
            key={each}
            aria-pressed={each === chosen}
            onClick={() => change({ change: each })}
          >
            {`${t(`previews.result.change.${each}`)} (${counts[each]})`}
          </SmallButton>
        ))}
        {isNarrowed(params) && (
          <SmallButton quiet onClick={clear}>
            {t('previews.result.clear')}
          </SmallButton>
        )}
      </div>
      <Async state={state}>
        {(page, refreshing) =>
          page.items.length === 0 ? (
            <StateMessage
              dense
              icon={<FilterIcon />}
              title={t('previews.result.noMatch')}
              action={
                <SmallButton onClick={clear}>
                  {t('previews.result.clear')}
                </SmallButton>
              }
            >
              {t('previews.result.noMatchText')}
            </StateMessage>
          ) : (
            <div aria-busy={refreshing}>
              <ScrollRegion label={t('previews.result.list')}>
                <PreviewedTable
                  items={page.items}
                  levelCount={preview.definition.levels.length}
                />
              </ScrollRegion>
              <ListPager page={page} address={address} />
            </div>
          )
        }
      </Async>
    </Section>
  );
}
