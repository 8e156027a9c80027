using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>The administrator's pages: who is what today, a form for every change, its preview, its confirmation, and what was done. For others they do not exist.</summary>
internal static class ShowAdministration
{
    private const int LogRows = 200;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/people", (Viewer viewer, string? on, string? q) => ForAdministrators(viewer, () => Pages.Page<DirectoryPage>(new
        {
            Viewer = viewer.Actor, viewer.Directory, Day = DateOnly.TryParseExact(on, "yyyy-MM-dd", out var day) ? day : BeijingTime.DayOf(viewer.Now),
            Words = (q ?? "").Trim(),
        })));
        site.MapGet("/people/log", LogAsync);
        site.MapGet("/people/changes/{id}", (string id, HttpRequest request, Viewer viewer) => ForAdministrators(viewer, () =>
            DirectoryChange.Kinds.TryGetValue(id, out var kind) ? Form(viewer, kind, Asked(request), []) : Pages.NotFound(viewer.Actor)));
        site.MapPost("/people/changes/{id}", PreviewAsync);
        site.MapPost("/people/changes", ConfirmAsync);
    }

    /// <summary>The page for administrators, and for others the one that says that there is none.</summary>
    public static IResult ForAdministrators(Viewer viewer, Func<IResult> page) => viewer.Actor.Holds(Roles.Administrator) ? page() : Pages.NotFound(viewer.Actor);

    /// <summary>The preview of changes, with the form that confirms them.</summary>
    public static async Task<IResult> ShowPreviewAsync(
        Viewer viewer, AccountabilityDb db, IReadOnlyList<DirectoryChange> changes, Func<int, string>? placeOf, CancellationToken cancellationToken)
    {
        var amendment = await Amendment.MakeAsync(db, changes, BeijingTime.DayOf(viewer.Now), cancellationToken);
        var wrong = amendment.Wrong.Select(each => (Place: placeOf?.Invoke(each.Place) ?? "", each.Ruling)).ToList();
        return Pages.Page<PreviewPage>(new
        {
            Viewer = viewer.Actor, amendment.Said, Wrong = wrong, amendment.Stamp, Changes = JsonSerializer.Serialize(changes, FormJsonText.Options),
            Effects = wrong.Count > 0 ? [] : await Administration.Effects.OfAsync(amendment, changes, db, viewer.Now, cancellationToken),
        }, wrong.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> PreviewAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator) || !DirectoryChange.Kinds.TryGetValue(id, out var kind))
            return Pages.NotFound(viewer.Actor);
        var fields = posted.Where(field => !field.Key.StartsWith('_')).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())).ToList();
        var binding = FormBinder.Bind(kind, fields);
        return binding.Form is DirectoryChange change ? await ShowPreviewAsync(viewer, db, [change], placeOf: null, cancellationToken)
            : Form(viewer, kind, fields, binding.Errors);
    }

    private static async Task<IResult> ConfirmAsync(IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator) || !Envelope.TryRead(posted, out var envelope) || Changes(posted["Changes"].ToString()) is not { Count: > 0 } changes)
            return Pages.NotFound(viewer.Actor);
        return Pages.Answered(await commands.RunAsync(
            new ChangeDirectory(envelope.CommandId, viewer.Actor.PersonId, changes, envelope.Version), cancellationToken), viewer.Actor);
    }

    // What comes back was made by this site's preview, or it was not made by this site; the rules are asked again in either case.
    private static List<DirectoryChange>? Changes(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<DirectoryChange>>(json, FormJsonText.Options);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static async Task<IResult> LogAsync(Viewer viewer, AccountabilityDb db, long? before, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator))
            return Pages.NotFound(viewer.Actor);
        var entries = await db.Administration.AsNoTracking().Where(entry => before == null || entry.Sequence < before)
            .OrderByDescending(entry => entry.Sequence).Take(LogRows).ToListAsync(cancellationToken);
        return Pages.Page<AdministrationLogPage>(new { Viewer = viewer.Actor, viewer.Directory, Entries = entries });
    }

    private static IEnumerable<KeyValuePair<string, string>> Asked(HttpRequest request) =>
        request.Query.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()));

    private static IResult Form(Viewer viewer, Type kind, IEnumerable<KeyValuePair<string, string>> fields, IReadOnlyList<FieldError> errors)
    {
        var day = BeijingTime.DayOf(viewer.Now);
        var view = new FormView(kind, typeof(AdministrationTexts), new FormValues(fields), errors, (list, _) => list switch
        {
            ChoiceList.People => [.. viewer.Directory.AllPeople.Select(person => new Choice(person.Id, Named(viewer.Directory, person, day)))],
            ChoiceList.Organisations => [.. viewer.Directory.OrganisationsOn(day).Select(body => new Choice(body, viewer.Directory.NameOf(body, day)))],
            ChoiceList.Roles => [.. Roles.All.Where(role => role.Code != Roles.AnyOffice).Select(role => new Choice(role.Code, CultureInfo.CurrentUICulture.Name == "en" ? role.English : role.Chinese))],
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "A list that no change of the directory knows."),
        });
        return Pages.Page<ChangePage>(new { Viewer = viewer.Actor, View = view },
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Named(OrganisationDirectory directory, Person person, DateOnly day) =>
        directory.PostOf(person.Id, day) is { Length: > 0 } post ? $"{person.Name}（{post}）" : person.Name;
}
