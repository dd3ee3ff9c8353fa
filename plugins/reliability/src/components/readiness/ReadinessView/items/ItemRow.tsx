import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { memo, useEffect, useId, useRef, useState } from 'react';
import { useItemDraft } from '../../../../hooks/readiness/useItemDraft';
import type { ItemSave } from '../../../../hooks/readiness/useItemSaves';
import { ItemDetails } from '../details/ItemDetails';
import { ConflictNotice } from './ConflictNotice';
import type { ItemActions } from './itemActions';
import { ItemHead } from './ItemHead';
import { rowKeyHandler } from './rowKeys';
import { SaveFailure } from './SaveFailure';

const useStyles = makeStyles(theme => ({
  root: {
    borderTop: `1px solid ${theme.palette.divider}`,
    scrollMarginTop: theme.spacing(9),
    // A line and no background: secondary text is below 4.5:1 on grey.
    '&:focus-within': {
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
  },
}));

export interface ItemRowProps {
  item: ChecklistItemState;
  save?: ItemSave;
  mayAnswer: boolean;
  actions: ItemActions;
  /** Whether the address names this item: it is opened and gets the focus. */
  wanted: boolean;
}

function Row(props: ItemRowProps) {
  const { item, save, actions, wanted } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(wanted);
  const id = useId();
  const root = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const draft = useItemDraft({
    item,
    save,
    typedTexts: actions.typedTexts,
    onSave: actions.save,
  });
  const mayAnswer = props.mayAnswer && !item.automatic;

  useEffect(() => {
    if (!wanted) return;
    setOpen(true);
    root.current?.scrollIntoView?.({ block: 'start' });
    button.current?.focus({ preventScroll: true });
  }, [wanted]);
  useEffect(() => {
    if (draft.asking) setOpen(true);
  }, [draft.asking]);

  const giveUp = () => {
    draft.forget();
    actions.discard(item.id);
  };
  const onKeyDown = mayAnswer
    ? rowKeyHandler({
        give: draft.give,
        evidence: () => {
          if (item.evidenceRule === 'none') return;
          setOpen(true);
          if (draft.asking !== 'evidence') draft.ask('links');
        },
      })
    : undefined;
  return (
    // The keys belong to the buttons inside; this only hears them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={root}
      className={classes.root}
      data-item={item.id}
      onKeyDown={onKeyDown}
    >
      <ItemHead
        item={item}
        save={save}
        open={open}
        onToggle={() => setOpen(!open)}
        controls={id}
        buttonRef={button}
        onAnswer={mayAnswer ? draft.give : undefined}
      />
      {save?.kind === 'failed' && (
        <SaveFailure
          error={save.error}
          onRetry={() => actions.save(item, save.draft)}
          onDiscard={giveUp}
        />
      )}
      {save?.kind === 'conflict' && (
        <ConflictNotice
          theirs={item.answer}
          mine={save.draft}
          onKeep={giveUp}
          onPut={() => actions.save(item, save.draft)}
        />
      )}
      <div id={id} hidden={!open}>
        {open && (
          <ItemDetails
            item={item}
            draft={draft}
            mayAnswer={mayAnswer}
            mayContest={props.mayAnswer}
            actions={actions}
          />
        )}
      </div>
    </li>
  );
}

/** One item in a line; opened, all that there is to know and to do about it. */
export const ItemRow = memo(Row);
