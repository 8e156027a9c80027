using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Ledgers;

/// <summary>The ledgers of a case on one page, the form of each entry, and each entry on paper.</summary>
internal static class ShowLedgers
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/cases/{id}/ledgers", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await FindAsync(id, viewer, db, cancellationToken) is { } file ? (IResult)Pages.Page<LedgersPage>(new { Case = await CaseLedgers.OfAsync(file, viewer, db, cancellationToken) }) : Pages.NotFound(viewer.Actor));
        site.MapGet("/cases/{id}/ledgers/{kind}", async (string id, string kind, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await FindAsync(id, viewer, db, cancellationToken) is { } file && KindFor(kind, file, viewer) is { } entry
                ? Form(file, entry, viewer, new FormValues(entry.Prefill(CaseLedgers.ContextOf(file, viewer))), [], [], Guid.NewGuid().ToString("n"))
                : Pages.NotFound(viewer.Actor));
        site.MapPost("/cases/{id}/ledgers/{kind}", EnterAsync);
        site.MapGet("/cases/{id}/ledgers/{kind}/{label}", PrintAsync);
    }

    private static async Task<IResult> EnterAsync(
        string id, string kind, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        var file = await FindAsync(id, viewer, db, cancellationToken);
        if (file is null || EntryCatalog.Find(kind) is not { } entry || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var fields = KeepDraft.FieldsOf(posted);
        var binding = FormBinder.Bind(entry.Form, fields);
        if (binding.Form is null)
            return KindFor(kind, file, viewer) is null ? Pages.NotFound(viewer.Actor)
                : Form(file, entry, viewer, new FormValues(fields), binding.Errors, [], envelope.CommandId, StatusCodes.Status422UnprocessableEntity);
        return await commands.RunAsync(new MakeEntry(envelope.CommandId, viewer.Actor.PersonId, id, kind, binding.Form), cancellationToken) switch
        {
            Answer.Refused refused => Form(file, entry, viewer, new FormValues(fields), [], refused.Rulings, envelope.CommandId, StatusCodes.Status422UnprocessableEntity),
            var answer => Pages.Answered(answer, viewer.Actor),
        };
    }

    private static async Task<IResult> PrintAsync(string id, string kind, string label, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var file = await FindAsync(id, viewer, db, cancellationToken);
        var entry = file is null ? null : (await CaseLedgers.OfAsync(file, viewer, db, cancellationToken)).Entries.FirstOrDefault(entry => entry.Kind == kind && entry.Label == label);
        return entry is null ? Pages.NotFound(viewer.Actor) : Pages.Page<EntrySheetPage>(new { File = file, Entry = entry, Viewer = viewer });
    }

    private static IResult Form(CaseFile file, EntryKind kind, Viewer viewer, FormValues values, IReadOnlyList<FieldError> errors, IReadOnlyList<Ruling> refusals,
        string commandId, int status = StatusCodes.Status200OK) => Pages.Page<EntryPage>(new
        {
            File = file, Kind = kind, Viewer = viewer.Actor, Refusals = refusals, CommandId = commandId,
            View = new FormView(kind.Form, kind.GetType(), values, errors, ChoiceLists.For(file, viewer.Directory, BeijingTime.DayOf(viewer.Now), viewer.Actor.PersonId)),
        }, status);

    private static EntryKind? KindFor(string kind, CaseFile file, Viewer viewer) =>
        EntryCatalog.Find(kind) is { } entry && entry.IsInTime(file) && entry.May(CaseLedgers.ContextOf(file, viewer)) ? entry : null;

    private static async Task<CaseFile?> FindAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var file = await CaseFiles.Whole(db).AsNoTracking().Where(CaseAccess.Sees(viewer.Actor, db)).SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        file?.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return file;
    }
}

/// <summary>The ledgers of a case as a certain person may read them.</summary>
/// <param name="Entries">The entries, newest first.</param>
/// <param name="Ties">What ties members to the matter, as far as he may know who sits where.</param>
/// <param name="Offered">What he may enter now.</param>
public sealed record CaseLedgers(CaseFile File, Viewer Viewer, IReadOnlyList<CaseEntry> Entries, IReadOnlyList<Tie> Ties, IReadOnlyList<EntryKind> Offered)
{
    /// <summary>Whether he may read behind the wall.</summary>
    public bool IsBehindWall => CaseAccess.IsBehindWall(File, Viewer.Actor.PersonId);

    /// <summary>The ledgers for a person who sees the case.</summary>
    internal static async Task<CaseLedgers> OfAsync(CaseFile file, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var behindWall = CaseAccess.IsBehindWall(file, viewer.Actor.PersonId);
        var context = ContextOf(file, viewer);
        return new CaseLedgers(file, viewer, await EntryAccess.ReadableAsync(file, viewer.Actor, db, cancellationToken),
            [.. RecusalCheck.Of(file, viewer.Directory).Where(tie => tie.Member.Team is TeamKind.Investigation || behindWall)],
            [.. EntryCatalog.All.Where(kind => kind.IsInTime(file) && kind.May(context))]);
    }

    /// <summary>What rules are asked with before anything is entered.</summary>
    internal static EntryContext ContextOf(CaseFile file, Viewer viewer) =>
        new(file, viewer.Actor, viewer.Directory, viewer.Now, BeijingTime.DayOf(viewer.Now), []);
}
