using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.CaseRunner;

/// <summary>The item that a step means, as far as it says.</summary>
internal sealed record Wanted(string Path, string CaseId, string As, Stage Stage, string? Seat, string? About)
{
    public bool Is(WorkItem item) =>
        item.StageType == Stage.About.Type && (Seat is null || item.Seat == Seat) && (About is null || item.About == About);
}

/// <summary>Finds it: the open one; of several, the one in the official's inbox; where none is open any more, the newest.</summary>
internal sealed class ItemSearch(SiteRecord record, Browser browser)
{
    public async Task<WorkItem> FindAsync(Wanted wanted)
    {
        var items = await record.ItemsOfAsync(wanted.CaseId);
        var meant = items.Where(wanted.Is).ToList();
        var open = meant.Where(item => item.Status is WorkItemStatus.Open).ToList();
        if (open.Count > 1)
        {
            var inbox = (await browser.GetAsync(wanted.As, "/")).WorkItems;
            open = open.Exists(item => inbox.Contains(item.Id)) ? [.. open.Where(item => inbox.Contains(item.Id))] : open;
        }
        return open switch
        {
            [var one] => one,
            [] when meant is [.., var last] => last,
            [] => throw new DifferenceException(
                $"{wanted.Path}: {NameOf(wanted.Stage.About.Type, wanted.Seat)} was never opened; open are: {NamesOf(items)}."),
            _ => throw new DifferenceException(
                $"{wanted.Path}: several items are meant, name one by its seat: {string.Join(", ", open.Select(item => item.Seat))}."),
        };
    }

    private static string NamesOf(IEnumerable<WorkItem> items) => string.Join(", ",
        items.Where(item => item.Status is WorkItemStatus.Open).Select(item => NameOf(item.StageType, item.Seat)));

    private static string NameOf(string stageType, string? seat) => SiteRecord.Short(stageType) + (seat is null ? "" : $"/{seat}");
}
