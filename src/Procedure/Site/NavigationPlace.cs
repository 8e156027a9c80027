using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>A place of the main navigation.</summary>
/// <param name="Name">Key of its name among the texts of the site.</param>
/// <param name="Path">The page; it is marked as the current one on all pages below it.</param>
/// <param name="Icon">One of the icons.</param>
/// <param name="IsFor">Who is shown the way. It grants nothing: the page asks again.</param>
public sealed record NavigationPlace(string Name, string Path, string Icon, Func<Actor, bool> IsFor)
{
    /// <summary>Every place, in the order in which they are shown; a phone shows the first four at its foot, the others in the menu of the person.</summary>
    public static IReadOnlyList<NavigationPlace> All { get; } =
    [
        new("Nav.Inbox", "/", "inbox", _ => true),
        new("Nav.Cases", "/cases", "folders", _ => true),
        new("Nav.Notices", "/notices", "bell", _ => true),
        new("Nav.Oversight", "/oversight", "flag", Cases.CaseAccess.IsChainOfSupervision),
        new("Nav.Definitions", "/definitions", "sitemap", Workflows.Drafting.DraftingRights.MayView),
        new("Nav.People", "/people", "users", actor => actor.Holds(Roles.Administrator)),
        new("Nav.Calendar", "/calendar", "calendar", actor => actor.Holds(Roles.Administrator)),
        new("Nav.Channels", "/channels", "mail", actor => actor.Holds(Roles.Administrator)),
        new("Nav.Alarms", "/alarms", "alert-triangle", actor => actor.Holds(Roles.Administrator)),
    ];

    /// <summary>The name in the reader's language.</summary>
    public Text Title => Text.Of<SiteTexts>(Name);

    /// <summary>Whether a page lies here.</summary>
    public bool Holds(string path) => Path == "/" ? path is "/" or "" || path.StartsWith("/work-items", StringComparison.Ordinal)
        : (Path == "/definitions" && (path.StartsWith("/studio/", StringComparison.Ordinal) || path.StartsWith("/play/", StringComparison.Ordinal))) || path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
}
