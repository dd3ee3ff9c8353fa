import SvgIcon from '@material-ui/core/SvgIcon';

/** A circle crossed by a line: the load line of a ship. */
export function LoadLineIcon() {
  return (
    <SvgIcon fontSize="small">
      <g fill="none" stroke="currentColor" strokeWidth="2">
        <circle cx="12" cy="12" r="7" />
        <path d="M1 12h22" />
      </g>
    </SvgIcon>
  );
}
