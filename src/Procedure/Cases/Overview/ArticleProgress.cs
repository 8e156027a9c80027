using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.HumanTask;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Cases.Overview;

/// <summary>How far a stage, or an article with its stages, has come in a case.</summary>
public enum Progress
{
    /// <summary>Not reached so far.</summary>
    Ahead,

    /// <summary>Being worked on.</summary>
    Now,

    /// <summary>Submitted, and nothing of it is open.</summary>
    Done,

    /// <summary>The case is closed without it.</summary>
    NotNeeded,
}

/// <summary>A stage in the progress of a case.</summary>
/// <param name="Last">Its newest submission that the reader may know; null while there is none.</param>
/// <param name="Rounds">How often it was opened; more than once after a return.</param>
public sealed record StageProgress(Stage Stage, Progress State, Submission? Last, int Rounds);

/// <summary>An article of the regulation with its stages; the article is null for what is internal.</summary>
public sealed record ArticleProgress(string? Article, Progress State, IReadOnlyList<StageProgress> Stages)
{
    private const string Procedure = "Accountability.RegisterLead";

    /// <summary>
    /// The articles in their order, as far as the reader may know the case: without the stages behind the wall for whoever is outside of it, and
    /// without stages that only some cases have and this one has not.
    /// </summary>
    /// <param name="open">The open items that the reader may know.</param>
    public static IReadOnlyList<ArticleProgress> Of(CaseFile file, IReadOnlyList<WorkItem> open, StageCatalog stages, string personId)
    {
        var readable = file.Submissions.Where(submission => CaseAccess.MayRead(submission, file, personId)).ToList();
        var touched = readable.Select(submission => submission.StageType).Concat(open.Select(item => item.StageType)).ToHashSet();
        var isProcedure = touched.Contains(Procedure);
        var behindWall = CaseAccess.IsBehindWall(file, personId);
        return [.. stages.All.Where(stage => stage is not HumanTaskStage)
            .Where(stage => touched.Contains(stage.About.Type) || (isProcedure && !stage.About.IsOccasional && (behindWall || !stage.About.Walled)))
            .Concat(readable.Select(stages.Of).Concat(open.Select(stages.Of)).OfType<HumanTaskStage>().DistinctBy(stage => stage.Title.ToString()))
            .Select(stage => Stand(stage, file, [.. readable.Where(IsOf(stage))], [.. open.Where(IsOfItem(stage))]))
            .GroupBy(stage => ArticleOf(stage.Stage.About))
            .OrderBy(article => OrderOf(article.Key))
            .Select(article => new ArticleProgress(article.Key, Together([.. article.Select(stage => stage.State)]), InOrder(article)))];

        Func<Submission, bool> IsOf(Stage stage) => submission => submission.StageType == stage.About.Type && (stage is not HumanTaskStage || Same(stages.Of(submission), stage));
        Func<WorkItem, bool> IsOfItem(Stage stage) => item => item.StageType == stage.About.Type && (stage is not HumanTaskStage || Same(stages.Of(item), stage));
        static bool Same(Stage one, Stage other) => one.Title.ToString() == other.Title.ToString();
    }

    // As the clauses follow one another; of two under one clause as they were submitted, and the proposal before the approval.
    private static List<StageProgress> InOrder(IEnumerable<StageProgress> stages) =>
    [
        .. stages.OrderBy(stage => PlaceOf(stage.Stage.About.Citation)).ThenBy(stage => stage.Last?.Sequence ?? int.MaxValue)
            .ThenByDescending(stage => stage.Stage.About.Type, StringComparer.Ordinal),
    ];

    private static int PlaceOf(string citation)
    {
        var clause = Citations.Split(citation)[^1];
        var clauses = RegulationText.Current.Clauses;
        return Enumerable.Range(0, clauses.Count).FirstOrDefault(index => clauses[index].Citation == clause, clauses.Count);
    }

    private static StageProgress Stand(Stage stage, CaseFile file, List<Submission> own, List<WorkItem> current)
    {
        var state = current.Count > 0 ? Progress.Now : own.Count > 0 ? Progress.Done
            : !file.IsAlive ? Progress.NotNeeded : Progress.Ahead;
        return new StageProgress(stage, state, own.LastOrDefault(),
            own.Select(submission => submission.ActivityInstanceId).Concat(current.Select(item => item.ActivityInstanceId)).Distinct().Count());
    }

    private static Progress Together(IReadOnlyList<Progress> states) => states.Contains(Progress.Now) ? Progress.Now
        : states.Contains(Progress.Done) ? Progress.Done
        : states.Contains(Progress.Ahead) ? Progress.Ahead : Progress.NotNeeded;

    // 第九条第（一）项 lies in 第九条; of several clauses the last is the one that the stage carries out.
    private static string? ArticleOf(StageAttribute stage)
    {
        var clause = stage.Under ?? Citations.Split(stage.Citation)[^1];
        var end = clause.IndexOf('条', StringComparison.Ordinal);
        return clause.StartsWith('第') && end > 0 ? clause[..(end + 1)] : null;
    }

    private static int OrderOf(string? article)
    {
        var articles = RegulationText.Current.Chapters.SelectMany(chapter => chapter.Articles).ToList();
        var at = article is null ? -1 : articles.IndexOf(article);
        return at < 0 ? articles.Count : at;
    }
}
