using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace WorkflowAccountability.Procedure.WorkItems.Inbox;

/// <summary>The boxes of the workbench; what is to be read never lies among what is to be done.</summary>
public enum InboxBox
{
    /// <summary>待办.</summary>
    Todo,

    /// <summary>待阅.</summary>
    Unread,

    /// <summary>已阅.</summary>
    Read,

    /// <summary>已办, with who has it now.</summary>
    Done,

    /// <summary>我发起.</summary>
    Started,

    /// <summary>草稿.</summary>
    Drafts,
}

/// <summary>What narrows the box 待办.</summary>
public enum InboxOnly
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>逾期.</summary>
    Overdue,

    /// <summary>被退回.</summary>
    Returned,

    /// <summary>Due within three working days.</summary>
    Soon,

    /// <summary>Opened by nobody yet.</summary>
    New,
}

/// <summary>A view of the workbench; it is all in the address, so that it can be kept, sent and gone back to.</summary>
/// <param name="Search">Words of the act, the case, its number or the sender.</param>
/// <param name="After">The place of the last row of the page before; null on the first page.</param>
public sealed record InboxView(InboxBox Box, InboxOnly Only, string Search, string? After)
{
    /// <summary>The longest search.</summary>
    public const int LongestSearch = 100;

    /// <summary>How many rows a page shows.</summary>
    public const int PageSize = 20;

    /// <summary>Reads an address; what it does not know is left out, since an address that somebody kept must still open.</summary>
    public static InboxView Of(IQueryCollection query) => new(
        Enum.TryParse<InboxBox>(query["box"], ignoreCase: true, out var box) && Enum.IsDefined(box) ? box : InboxBox.Todo,
        Enum.TryParse<InboxOnly>(query["only"], ignoreCase: true, out var only) && Enum.IsDefined(only) ? only : InboxOnly.All,
        Shortened(query["q"].ToString().Trim()), query["after"].ToString() is { Length: > 0 and <= 128 } after ? after : null);

    /// <summary>Whether something narrows the box, so that an empty list may be empty for that reason only.</summary>
    public bool IsNarrowed => Only is not InboxOnly.All || Search.Length > 0;

    /// <summary>Whether it is what everybody opens all day: all there is to do, from the first row on.</summary>
    public bool IsOpening => Box is InboxBox.Todo && !IsNarrowed && After is null;

    /// <summary>The address, in one canonical order.</summary>
    public string Path => "/" + Query;

    /// <summary>The query of the address with its question mark; empty for the first view of all.</summary>
    public string Query
    {
        get
        {
            var query = new QueryBuilder();
            if (Box is not InboxBox.Todo)
                query.Add("box", Box.ToString().ToLowerInvariant());
            if (Only is not InboxOnly.All)
                query.Add("only", Only.ToString().ToLowerInvariant());
            if (Search.Length > 0)
                query.Add("q", Search);
            if (After is not null)
                query.Add("after", After);
            return query.ToString();
        }
    }

    /// <summary>Another box, with nothing that narrows it.</summary>
    public static InboxView In(InboxBox box) => new(box, InboxOnly.All, "", null);

    private static string Shortened(string search) => search.Length <= LongestSearch ? search : search[..LongestSearch];
}
