using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.CaseRunner;

/// <summary>Plays one script: every act goes over HTTP with the official's own cookie; what it led to is held against the script.</summary>
internal sealed class Player(Script script, CaseClock clock, PassingTime time, Browser browser, SiteRecord record)
{
    /// <summary>第十一条第一款第二句 names one document that the public reads.</summary>
    private const string Reported = "InvestigationReport";

    private readonly Dictionary<string, string> cases = [];
    private readonly Report report = new(script);
    private readonly ItemSearch search = new(record, browser);

    /// <summary>Plays up to the end or the first difference.</summary>
    public async Task<Report> PlayAsync()
    {
        try
        {
            foreach (var step in script.Steps)
            {
                clock.NextStep();
                await PlayAsync(step);
            }
            if (script.Expect.Count > 0)
                Compare(script.Expect, await FactsOfCase.ReadAsync(record, cases.Values.Last()), "$");
        }
        catch (DifferenceException exception)
        {
            report.Difference = exception.Message;
        }
        foreach (var (name, caseId) in cases)
            report.Cases[name] = await FactsOfCase.ReadAsync(record, caseId);
        return report;
    }

    private async Task PlayAsync(Step step)
    {
        switch (step)
        {
            case Wait wait:
                if (wait.Move.From(clock.GetUtcNow()) < clock.GetUtcNow())
                    throw new DifferenceException($"{wait.Path}.clock: the clock stands at {clock.GetUtcNow():O} and never goes back.");
                await time.PassAsync(wait.Move);
                break;
            case Check check:
                Compare(check.Expect, await FactsOfCase.ReadAsync(record, CaseIdOf(check)), check.Path);
                break;
            case Start start:
                await StartAsync(start);
                break;
            case OpenTrack track:
                await OpenTrackAsync(track);
                break;
            case Act act:
                await ActAsync(act);
                break;
            case Enter enter:
                await EnterAsync(enter);
                break;
            case Write write:
                await WriteAsync(write);
                break;
            case Disclose disclose:
                await DiscloseAsync(disclose);
                break;
            case Look look:
                await LookAsync(look);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "A step that nobody knows how to play.");
        }
    }

    private async Task StartAsync(Start start)
    {
        var page = await browser.GetAsync(start.As, "/cases/new");
        var fields = page.Form("/cases");
        (fields["Title"], fields["Definition"]) = (start.Title, start.Definition);
        var answer = await browser.PostAsync(start.As, "/cases", fields);
        if (answer is { Status: 303, Location: { } location })
            cases[start.Case] = location["/cases/".Length..];
        var opened = answer.Status == 303 ? await record.ItemsOfAsync(cases[start.Case]) : [];
        Answered(start, new StepReport(start.Path, clock.GetUtcNow(), start.As) { Stage = $"start {start.Definition}", Citation = "内部环节" },
            FactsOf(answer) with { Opens = [.. opened.Select(FactsOfCase.Of)] }, start.Expect, answer);
    }

    private async Task OpenTrackAsync(OpenTrack track)
    {
        var caseId = CaseIdOf(track);
        var address = $"/cases/{caseId}/superior-investigation";
        var fields = (await browser.GetAsync(track.As, $"/cases/{caseId}")).Form(address);
        fields.TryAdd("_command", NewCommand());
        var (answer, facts) = await PostAsync(track.As, address, fields, caseId);
        Answered(track, new StepReport(track.Path, clock.GetUtcNow(), track.As) { Stage = "superior", Citation = "第七条第二句" },
            facts, track.Expect, answer);
    }

    private async Task ActAsync(Act act)
    {
        var caseId = CaseIdOf(act);
        var item = await search.FindAsync(new Wanted(act.Path, caseId, act.As, act.Stage, act.Seat, act.About));
        var page = await browser.GetAsync(act.As, $"/work-items/{item.Id}");
        if (page.Status >= 500)
            throw new DifferenceException($"{act.Path}: the page of the work item answers {page.Status} (the page says: {page.Problems})");
        var address = $"/work-items/{item.Id}/complete";
        var fields = page.Form(address);
        fields.TryAdd("_command", NewCommand());
        foreach (var field in act.Fields)
        {
            if (StatusExpected(act.Expect) == 303 && page.Status == 200 && !page.Offers(field.Path, field.Text))
                throw new DifferenceException($"{act.Path}.form.{field.Path}: the page does not offer '{field.Text}'.");
            fields[field.Path] = field.Text;
        }
        var (answer, facts) = await PostAsync(act.As, address, fields, caseId);
        // The site keeps what it refused as a draft; a script's next step fills the form as the item shows it without one.
        if (answer.Status == 422)
            await browser.PostAsync(act.As, $"/work-items/{item.Id}/draft/discard", fields.Where(field => field.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary());
        Answered(act, new StepReport(act.Path, clock.GetUtcNow(), act.As)
        {
            Stage = SiteRecord.Short(item.StageType), Seat = item.Seat, About = item.About, Citation = act.Stage.About.Citation,
        }, facts with { DueOn = SiteRecord.Day(item.DueAt) }, act.Expect, answer);
    }

    private async Task EnterAsync(Enter enter)
    {
        var address = $"/cases/{CaseIdOf(enter)}/ledgers/{enter.Kind.Name}";
        await FillInAsync(enter, enter.As, address, address, enter.Fields, enter.Expect, $"entry {enter.Kind.Name}", enter.Kind.Citation);
    }

    private async Task WriteAsync(Write write)
    {
        var caseId = CaseIdOf(write);
        var act = write.Act.ToString().ToLowerInvariant();
        var page = write.Act is PaperAct.Draft ? $"/cases/{caseId}/papers" : $"/papers/{await record.PaperAsync(caseId, write.Kind) ?? throw Missing(write, $"paper {write.Kind}")}";
        IReadOnlyList<Field> fields = write.Act is PaperAct.Draft ? [.. write.Fields, new("Kind", write.Kind)] : write.Fields;
        await FillInAsync(write, write.As, page, write.Act is PaperAct.Draft ? page : $"{page}/{act}", fields, write.Expect, $"paper {write.Kind}: {act}", PaperKind.Find(write.Kind)!.Citation);
    }

    private async Task DiscloseAsync(Disclose disclose)
    {
        var caseId = CaseIdOf(disclose);
        var act = disclose.Act.ToString().ToLowerInvariant();
        var page = disclose.Act is EditionAct.Prepare
            ? $"/papers/{await record.PaperAsync(caseId, Reported) ?? throw Missing(disclose, $"paper {Reported}")}/editions"
            : $"/editions/{await record.EditionAsync(caseId) ?? throw Missing(disclose, "edition")}";
        await FillInAsync(disclose, disclose.As, page, disclose.Act is EditionAct.Prepare ? page : $"{page}/{act}", disclose.Fields, disclose.Expect, $"edition: {act}", "第十一条第一款第二句");
    }

    private async Task FillInAsync(Step step, string person, string page, string address, IReadOnlyList<Field> typed, JsonObject expect, string what, string citation)
    {
        var shown = await browser.GetAsync(person, page);
        var fields = shown.Form(address);
        fields.TryAdd("_command", NewCommand());
        foreach (var field in typed)
        {
            if (StatusExpected(expect) == 303 && shown.Status == 200 && !shown.Offers(field.Path, field.Text))
                throw new DifferenceException($"{step.Path}.form.{field.Path}: the page does not offer '{field.Text}'.");
            fields[field.Path] = field.Text;
        }
        var (answer, facts) = await PostAsync(person, address, fields, CaseIdOf(step));
        Answered(step, new StepReport(step.Path, clock.GetUtcNow(), person) { Stage = what, Citation = citation }, facts with { Outcome = null }, expect, answer);
    }

    private static DifferenceException Missing(Step step, string what) => new($"{step.Path}: there is no {what} of this case yet.");

    private async Task LookAsync(Look look)
    {
        var caseId = look.Page is LookedAt.Inbox or LookedAt.Notices ? "" : CaseIdOf(look);
        var page = await browser.GetAsync(look.As, look.Page switch
        {
            LookedAt.Case => $"/cases/{caseId}",
            LookedAt.Inbox => "/",
            LookedAt.Notices => "/notices",
            _ => $"/work-items/{(await search.FindAsync(new Wanted(look.Path, caseId, look.As, look.Stage!, look.Seat, About: null))).Id}",
        });
        report.Steps.Add(new StepReport(look.Path, clock.GetUtcNow(), look.As)
        {
            Stage = $"look at {look.Page.ToString().ToLowerInvariant()}", Answer = new LookFacts(page.Status),
            Sees = look.Sees, DoesNotSee = look.DoesNotSee,
        });
        Compare(WithStatus(look.Expect, 200), new LookFacts(page.Status), look.Path, page);
        foreach (var text in look.Sees.Where(text => !page.Text.Contains(text, StringComparison.Ordinal)))
            throw new DifferenceException($"{look.Path}.sees: {look.As} does not see '{text}' on the page.");
        foreach (var text in look.DoesNotSee.Where(text => page.Text.Contains(text, StringComparison.Ordinal)))
            throw new DifferenceException($"{look.Path}.doesNotSee: {look.As} sees '{text}' on the page.");
    }

    private async Task<(Page, AnswerFacts)> PostAsync(
        string person, string address, IReadOnlyDictionary<string, string> fields, string caseId)
    {
        var before = await record.ItemsOfAsync(caseId);
        var told = (await record.NoticesOfAsync(caseId)).Count;
        var answer = await browser.PostAsync(person, address, fields);
        var after = await record.ItemsOfAsync(caseId);
        var wasOpen = before.Where(item => item.Status is WorkItemStatus.Open).Select(item => item.Id).ToHashSet();
        return (answer, FactsOf(answer) with
        {
            Outcome = answer.Status == 303 ? await record.LastOutcomeAsync(caseId) : null,
            Opens = [.. after.Where(item => before.All(known => known.Id != item.Id)).Select(FactsOfCase.Of)],
            Lapses = [.. after.Where(item => item.Status is WorkItemStatus.Lapsed && wasOpen.Contains(item.Id)).Select(FactsOfCase.Of)],
            Notices = [.. (await record.NoticesOfAsync(caseId)).Skip(told).Select(FactsOfCase.Of)],
        });
    }

    private void Answered(Step step, StepReport done, AnswerFacts facts, JsonObject expect, Page answer)
    {
        report.Steps.Add(done with { Answer = facts });
        Compare(WithStatus(expect, StatusExpected(expect)), facts, step.Path, answer);
    }

    private static void Compare<T>(JsonObject expected, T facts, string path, Page? page = null)
    {
        var found = JsonSerializer.SerializeToNode(facts, Report.Options);
        if (Expectation.Difference(expected, found, $"{path}.expect") is { } difference)
            throw new DifferenceException(page?.Problems is { Length: > 0 } said ? $"{difference} (the page says: {said})" : difference);
    }

    private static AnswerFacts FactsOf(Page answer) =>
        new() { Status = answer.Status, RefusedBy = answer.RefusedBy, WrongFields = answer.WrongFields };

    private string CaseIdOf(Step step) => cases.TryGetValue(step.Case, out var caseId) ? caseId
        : throw new DifferenceException($"{step.Path}: the case '{step.Case}' was not opened.");

    private static int StatusExpected(JsonObject expect) => expect["status"]?.GetValue<int>()
        ?? (expect.ContainsKey("refusedBy") || expect.ContainsKey("wrongFields") ? 422 : 303);

    private static JsonObject WithStatus(JsonObject expect, int status)
    {
        var whole = new JsonObject { ["status"] = status };
        foreach (var (key, value) in expect)
            whole[key] = value?.DeepClone();
        return whole;
    }

    private static string NewCommand() => Guid.NewGuid().ToString("n");
}

/// <summary>The site did something else than the script expects; the message names the place.</summary>
internal sealed class DifferenceException(string message) : Exception(message);
