export interface Config {
  reliability?: {
    oncall?: {
      accounts?: Array<
        | {
            /** First part of references such as `<name>:feed:<id>`. */
            name: string;
            type: 'ical';
            /** Only compared with others, counts for nothing. Default: false */
            mirror?: boolean;
            /** Of several accounts of this type, the one that `ical:feed:<id>` means. */
            default?: boolean;
            /** Whether feeds may be on hosts with private addresses. Default: false */
            allowPrivateAddresses?: boolean;
            /** Each is one rotation. */
            feeds: Array<{
              /** Last part of references; letters, digits, dots, dashes and underscores. */
              id: string;
              /** Default: the name that the calendar gives itself. */
              title?: string;
              /**
               * Address of the feed: http, https or webcal. Whoever has it can read the calendar.
               * @visibility secret
               */
              url: string;
              /** IANA name, for times that name no zone. Default: that of the calendar, else UTC */
              timeZone?: string;
              /** Level of all shifts. Default: the feed has no levels */
              level?: number;
              /**
               * Regular expression for the title, with the named groups `person` and, if wanted, `level`
               * (a number, primary, secondary or tertiary).
               */
              person?: string;
              /** Whether those who are invited are those on call. Default: true */
              attendees?: boolean;
              /** Titles of slots that nobody fills, in any case. Replaces the list that ships. */
              unfilled?: string[];
            }>;
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
  };
}
