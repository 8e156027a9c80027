using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>规则库: the rule sets of this installation; loading one, what it would change, approving it, and taking it over for open cases. Works without script.</summary>
internal static class ShowRuleSets
{
    private const int MostFaults = 100;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/rule-sets", async (Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => RuleSetRights.MayView(viewer.Actor)
            ? await ListAsync(viewer, db, "", [], cancellationToken) : Pages.NotFound(viewer.Actor));
        site.MapGet("/rule-sets/current/{name}", CurrentAsync);
        site.MapGet("/rule-sets/{id}", OneAsync);
        site.MapGet("/rule-sets/{id}/file", FileAsync);
        site.MapPost("/rule-sets", LoadAsync);
        site.MapPost("/rule-sets/{id}/decide", DecideAsync);
        site.MapPost("/rule-sets/{id}/take-over", TakeOverAsync);
    }

    private static async Task<IResult> ListAsync(
        Viewer viewer, AccountabilityDb db, string typed, IReadOnlyList<Text> faults, CancellationToken cancellationToken) => Pages.Page<RuleSetsPage>(new
        {
            Viewer = viewer.Actor, Typed = typed, Faults = (IReadOnlyList<Text>)[.. faults.Take(MostFaults)], MoreFaults = Math.Max(0, faults.Count - MostFaults),
            Versions = (IReadOnlyList<RuleSetVersion>)[.. (await WithoutFilesAsync(db, cancellationToken)).OrderByDescending(version => version.LoadedAt)],
        }, faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> CurrentAsync(string name, Viewer viewer, AccountabilityDb db, RuleBookSource books, CancellationToken cancellationToken) =>
        !RuleSetRights.MayView(viewer.Actor) || RuleKind.Find(name) is not { } kind ? Pages.NotFound(viewer.Actor)
            : Results.File(Encoding.UTF8.GetBytes(RuleFile.Start(kind, (await books.CurrentAsync(db, cancellationToken)).Newest, BeijingTime.DayOf(viewer.Now))), "application/json", $"{name}.json");

    private static async Task<IResult> OneAsync(string id, Viewer viewer, AccountabilityDb db, RuleBookSource books, CancellationToken cancellationToken)
    {
        if (!RuleSetRights.MayView(viewer.Actor) || await db.RuleSets.AsNoTracking().SingleOrDefaultAsync(version => version.Id == id, cancellationToken) is not { } version)
            return Pages.NotFound(viewer.Actor);
        var (book, kind, file) = (await books.CurrentAsync(db, cancellationToken), RuleKind.Of(version.Kind), RuleFile.Parse(version.Json));
        var faults = version.State is RuleSetState.Loaded ? file.FaultsAmong(book.Newest) : [];
        var before = version.Edition is { } edition ? book.At(edition - 1, []) : book.Newest;
        var isLive = version.State is RuleSetState.Loaded or RuleSetState.Approved && faults.Count == 0;
        return Pages.Page<RuleSetPage>(new
        {
            Viewer = viewer.Actor, Version = version, Faults = faults, book.Edition,
            Lines = isLive ? RuleSetEffects.Lines(kind, before, Put(before), version.ValidFrom) : [],
            Cases = isLive ? await RuleSetEffects.CasesAsync(db, viewer.Actor, kind, Put, version.Edition, cancellationToken) : [],
        });

        CaseRules Put(CaseRules rules) => kind.Put(rules, file.Table!, version.ValidFrom, version.ValidTo);
    }

    private static async Task<IResult> FileAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
        RuleSetRights.MayView(viewer.Actor) && await db.RuleSets.AsNoTracking().SingleOrDefaultAsync(version => version.Id == id, cancellationToken) is { } version
            ? Results.File(Encoding.UTF8.GetBytes(version.Json), "application/json", $"{version.Kind}-{version.Id}.json") : Pages.NotFound(viewer.Actor);

    private static async Task<IResult> LoadAsync(
        IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!RuleSetRights.MayLoad(viewer.Actor) || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var json = posted.Files.GetFile("File") is { Length: > 0 } file ? await ReadAsync(file, cancellationToken) : posted["Content"].ToString();
        var answer = await commands.RunAsync(new LoadRuleSet(envelope.CommandId, viewer.Actor.PersonId, json), cancellationToken);
        // What was typed stands on the page again, beside what is wrong with it.
        return answer is Answer.Refused refused ? await ListAsync(viewer, db, json.Length > RuleFile.MostCharacters ? "" : json, [.. refused.Rulings.Select(ruling => ruling.Reason!)], cancellationToken)
            : Pages.Answered(answer, viewer.Actor);
    }

    private static async Task<IResult> DecideAsync(string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!RuleSetRights.MayView(viewer.Actor) || !Envelope.TryRead(posted, out var envelope)
            || !Enum.TryParse<RuleSetState>(posted["To"], out var to) || to is not (RuleSetState.Approved or RuleSetState.Declined or RuleSetState.Withdrawn))
            return Pages.NotFound(viewer.Actor);
        return Pages.Answered(await commands.RunAsync(
            new DecideRuleSet(envelope.CommandId, viewer.Actor.PersonId, id, to, (int)envelope.Version, posted["Opinion"].ToString().Trim()), cancellationToken), viewer.Actor);
    }

    // One command per case: each is whole, and a case that fails is still listed.
    private static async Task<IResult> TakeOverAsync(string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!RuleSetRights.MayApprove(viewer.Actor) || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var chosen = posted["Case"].OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        Answer answer = chosen.Count == 0 ? RuleSetRights.Refuse("NoCase") : new Answer.Done($"/rule-sets/{id}");
        foreach (var (caseId, number) in chosen.Select((caseId, number) => (caseId, number)))
            if ((answer = await commands.RunAsync(new TakeOverRules($"{envelope.CommandId}-{number}", viewer.Actor.PersonId, caseId, id, posted["Reason"].ToString().Trim()), cancellationToken)) is not Answer.Done)
                break;
        return Pages.Answered(answer, viewer.Actor);
    }

    private static Task<List<RuleSetVersion>> WithoutFilesAsync(AccountabilityDb db, CancellationToken cancellationToken) => db.RuleSets.AsNoTracking().Select(version => new RuleSetVersion
    {
        Id = version.Id, Kind = version.Kind, Json = "", Hash = version.Hash, ValidFrom = version.ValidFrom, ValidTo = version.ValidTo, Citation = version.Citation, Source = version.Source,
        LoadedBy = version.LoadedBy, LoadedByText = version.LoadedByText, LoadedAt = version.LoadedAt, State = version.State, DecidedBy = version.DecidedBy,
        DecidedByText = version.DecidedByText, DecidedAt = version.DecidedAt, Opinion = version.Opinion, Edition = version.Edition,
    }).ToListAsync(cancellationToken);

    // One character more than a file may have tells that it is too long, however much follows.
    private static async Task<string> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var buffer = new char[(int)Math.Min(file.Length, RuleFile.MostCharacters) + 1];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellationToken));
    }
}
