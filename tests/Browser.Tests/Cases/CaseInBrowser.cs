using System.Text.Json.Nodes;
using WorkflowAccountability.Browser.Tests.Sites;
using WorkflowAccountability.CaseRunner;

namespace WorkflowAccountability.Browser.Tests.Cases;

/// <summary>Plays a case script by hand: each official signs in, opens his item from the inbox, fills the form and presses the button.</summary>
internal sealed class CaseInBrowser(LiveSite site) : IAsyncDisposable
{
    private readonly Dictionary<string, Official> officials = [];

    /// <summary>The case that was opened.</summary>
    public string CaseId { get; private set; } = "";

    /// <summary>Who acted, and in which stage.</summary>
    public HashSet<(string Person, string Stage)> Acted { get; } = [];

    /// <summary>What the windows of all officials complained of.</summary>
    public IReadOnlyList<string> Complaints => [.. officials.SelectMany(official => official.Value.Complaints.Select(said => $"{official.Key} {said}"))];

    public async Task PlayAsync(Script script)
    {
        foreach (var step in script.Steps)
        {
            site.Clock.NextStep();
            switch (step)
            {
                case CaseRunner.Wait wait:
                    await site.Time.PassAsync(wait.Move);
                    break;
                case Start start:
                    await StartAsync(start);
                    break;
                // Who must not find an item is asked over HTTP; a person cannot click what he does not see.
                case Act act when StatusOf(act.Expect) != 404:
                    await ActAsync(act);
                    break;
            }
        }
    }

    public async Task<Official> OfficialAsync(string person)
    {
        if (!officials.TryGetValue(person, out var official))
            officials[person] = official = await site.SignedInAsync(person);
        return official;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var official in officials.Values)
            await official.DisposeAsync();
    }

    private async Task StartAsync(Start start)
    {
        var official = await OfficialAsync(start.As);
        await official.GoInAsync(start.As, "/");
        await official.Page.ClickAsync("a[href='/cases/new'] >> nth=0");
        await official.Page.FillAsync("main #Title", start.Title);
        await official.Page.ClickAsync("form[action='/cases'] button.primary");
        await official.Page.WaitForURLAsync(address => address.Contains("/cases/", StringComparison.Ordinal) && !address.EndsWith("/new", StringComparison.Ordinal));
        CaseId = official.Page.Url[(official.Page.Url.LastIndexOf('/') + 1)..];
    }

    private async Task ActAsync(Act act)
    {
        var official = await OfficialAsync(act.As);
        var wanted = new Wanted(act.Path, CaseId, act.As, act.Stage, act.Seat, act.About);
        var meant = (await site.Record.ItemsOfAsync(CaseId)).Where(item => wanted.Is(item) && item.Status is Procedure.WorkItems.WorkItemStatus.Open).ToList();
        await official.GoInAsync(act.As, "/");
        var shown = await official.Page.Locator(".act-of-line").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var item = meant.Find(item => shown.Contains($"/work-items/{item.Id}"))
            ?? throw new InvalidOperationException($"{act.Path}: {act.As} does not find {act.Stage.About.Type} in the inbox, which shows: {string.Join(", ", shown)}");
        await official.Page.ClickAsync($".act-of-line[href='/work-items/{item.Id}']");
        await official.Page.WaitForURLAsync($"**/work-items/{item.Id}");
        await official.FillAsync(act.Fields.Select(field => (field.Path, field.Text)));
        (await official.SubmitAsync()).ShouldBe(StatusOf(act.Expect), $"{act.Path}, {act.As} in {act.Stage.About.Type}: {await official.TextAsync()}");
        if (act.Expect["refusedBy"] is JsonArray clauses)
        {
            var said = await official.Page.Locator("[data-citation]").EvaluateAllAsync<string[]>("refusals => [...new Set(refusals.map(refusal => refusal.dataset.citation))]");
            said.ShouldBe(clauses.Select(clause => clause!.GetValue<string>()), ignoreOrder: true, act.Path);
            await official.Page.ClickAsync("form[action$='/draft/discard'] button");
            await official.Page.WaitForURLAsync($"**/work-items/{item.Id}");
        }
        else
        {
            Acted.Add((act.As, act.Stage.About.Type));
        }
    }

    private static int StatusOf(JsonObject expect) => expect["status"]?.GetValue<int>() ?? (expect.ContainsKey("refusedBy") || expect.ContainsKey("wrongFields") ? 422 : 303);
}
