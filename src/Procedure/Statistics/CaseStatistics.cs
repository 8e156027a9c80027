using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

namespace WorkflowAccountability.Procedure.Statistics;

/// <summary>One bar: what is counted, how often.</summary>
public sealed record Bar(string Label, int Count);

/// <summary>Bars of one question.</summary>
/// <param name="Key">Names the question among the texts.</param>
/// <param name="Citation">The clause that it is about.</param>
public sealed record Chart(string Key, string Citation, IReadOnlyList<Bar> Bars);

/// <summary>内部环节: what became of cases, by item of 第六条, level, measure, county and year. Only cases that exist for the reader are counted.</summary>
public static class CaseStatistics
{
    /// <summary>Every chart, for one year or all.</summary>
    public static async Task<IReadOnlyList<Chart>> OfAsync(
        AccountabilityDb db, Actor reader, OrganisationDirectory directory, int? year, DateOnly today, CancellationToken cancellationToken)
    {
        var files = await db.Cases.AsNoTracking().Where(CaseAccess.Sees(reader, db))
            .Include(file => file.Submissions.Where(submission => submission.FormName == nameof(LaunchInvestigationForm))).Include(file => file.Measures)
            .AsSplitQuery().ToListAsync(cancellationToken);
        return Of([.. files.Where(file => year is null || BeijingTime.DayOf(file.OpenedAt).Year == year)], directory, today);
    }

    /// <summary>第六条: each item is counted apart, the catch-all (第六条第（七）项) among them, so that it is seen when it is no longer rare.</summary>
    [Clause("第六条第（七）项")]
    public static IReadOnlyList<Chart> Of(IReadOnlyList<CaseFile> files, OrganisationDirectory directory, DateOnly today) =>
    [
        new("Ground", "第六条", [.. LaunchGround.All.Select(item => new Bar(item, files.Count(file => file.LaunchGrounds().Any(ground => ground.Item == item)
            && file.Latest<LaunchInvestigationForm>()?.Decision is LaunchDecision.Launched)))]),
        new("Level", "第十六条第一款", [.. Enum.GetValues<EventLevel>().Select(level => new Bar(level.Symbol(), files.Count(file => file.Level == level.Symbol())))]),
        new("Measure", "第十三条", [.. MeasureCatalogue.Shipped.On(today).Select(kind => new Bar(kind.Name, files.Sum(file => file.Measures.Count(measure => measure.Stands && measure.Code == kind.Code))))]),
        new("County", Citations.InternalStep, Counted(files.Select(file => file.County is { } county ? directory.ShortNameOf(county, today) : "—"))),
        new("Year", Citations.InternalStep, [.. Counted(files.Select(file => BeijingTime.DayOf(file.OpenedAt).Year.ToString(System.Globalization.CultureInfo.InvariantCulture))).OrderBy(bar => bar.Label, StringComparer.Ordinal)]),
        new("Status", Citations.InternalStep, [.. Enum.GetValues<CaseStatus>().Select(status => new Bar(Text.Of<Cases.CaseTexts>($"Status.{status}").ToString(), files.Count(file => file.Status == status)))]),
    ];

    private static IReadOnlyList<Bar> Counted(IEnumerable<string> labels) =>
        [.. labels.CountBy(label => label).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => new Bar(count.Key, count.Value))];
}
