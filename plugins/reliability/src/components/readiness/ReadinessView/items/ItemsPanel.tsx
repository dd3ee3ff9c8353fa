import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo, useRef, useState } from 'react';
import type { TypedTexts } from '../../../../hooks/readiness/useItemDraft';
import { useItemSaves } from '../../../../hooks/readiness/useItemSaves';
import { useReadinessView } from '../../../../hooks/readiness/useReadinessView';
import { useShownItems } from '../../../../hooks/readiness/useShownItems';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  groupItems,
  isMissing,
  type Grouping,
} from '../../../../utils/readiness/items';
import { visuallyHidden } from '../../../common';
import { Section } from '../../../maturity/Section';
import type { ChecklistPartProps } from '../types';
import type { ItemActions } from './itemActions';
import { ItemDialogs, type ItemDialog } from './ItemDialogs';
import { ItemGroup } from './ItemGroup';
import { ItemsToolbar } from './ItemsToolbar';
import { onListKey } from './listKeys';
import { useSaveWords } from './useSaveWords';

const useStyles = makeStyles({ hidden: visuallyHidden });

/** Every item of the checklist, to be read and answered. */
export function ItemsPanel(
  props: ChecklistPartProps & {
    onReread: (checklist: ChecklistResponse) => void;
  },
) {
  const { checklist, rights, onWritten, onReread } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { item: wanted } = useReadinessView();
  const [by, setBy] = useState<Grouping>('phase');
  const [dialog, setDialog] = useState<ItemDialog>();
  const { items } = checklist;
  const { filter, setFilter, shown } = useShownItems(items, wanted);
  const place = { entityRef: checklist.entityRef, checklist: checklist.id };
  const { saves, save, discard } = useItemSaves({ place, onWritten, onReread });
  const words = useSaveWords(saves, items);
  const typedTexts = useRef<TypedTexts>(new Map());
  const actions = useMemo<ItemActions>(
    () => ({
      typedTexts: typedTexts.current,
      save,
      discard,
      contest: id => setDialog({ kind: 'contest', id }),
      settle: id => setDialog({ kind: 'settle', id }),
      history: id => setDialog({ kind: 'history', id }),
    }),
    [save, discard],
  );
  const showKeys = () => setDialog({ kind: 'keys' });
  return (
    <Section title={t('readiness.items.title')}>
      <ItemsToolbar
        filter={filter}
        onFilter={setFilter}
        by={by}
        onGroup={setBy}
        missing={items.filter(({ state }) => isMissing(state)).length}
        onKeys={rights.mayAnswer ? showKeys : undefined}
      />
      {!rights.mayAnswer && (
        <Typography variant="body2" color="textSecondary">
          {t('readiness.view.readOnly')}
        </Typography>
      )}
      <div role="status" className={classes.hidden}>
        {words || t('readiness.items.shown', { count: shown.length })}
      </div>
      {/* The keys belong to the buttons inside; this only hears them. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={event => onListKey(event, showKeys)}>
        {groupItems(shown, checklist, by).map(group => (
          <ItemGroup
            key={`${by} ${group.id}`}
            group={group}
            saves={saves}
            mayAnswer={rights.mayAnswer}
            actions={actions}
            wanted={wanted}
          />
        ))}
      </div>
      {shown.length === 0 && (
        <Typography variant="body2">
          {filter.missing && !filter.text.trim()
            ? t('readiness.items.nothingMissing')
            : t('readiness.items.none')}
        </Typography>
      )}
      {dialog && (
        <ItemDialogs
          dialog={dialog}
          checklist={checklist}
          onWritten={onWritten}
          onReread={onReread}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Section>
  );
}
