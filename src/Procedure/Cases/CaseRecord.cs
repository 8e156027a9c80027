using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>A submitted form as a certain person may read it.</summary>
/// <param name="Form">What he may read of it: outside the wall without what it repeats from behind it.</param>
public sealed record ReadSubmission(Submission Submission, Stage Stage, object Form);

/// <summary>The record of a case as a certain person may read it. Pages, prints and timelines ask here and nowhere else.</summary>
public static class CaseRecord
{
    /// <summary>The submissions that he may read, newest first.</summary>
    /// <param name="at">The stage at whose item they are read, before which some are laid; null elsewhere.</param>
    public static IReadOnlyList<ReadSubmission> Of(CaseFile file, Actor viewer, StageCatalog stages, Stage? at)
    {
        var whole = at?.LaysBefore.Count > 0 || CaseAccess.IsBehindWall(file, viewer.PersonId);
        return [.. file.Submissions
            .Where(submission => CaseAccess.MayRead(submission, file, viewer.PersonId) || at?.LaysBefore.Contains(submission.StageType) == true)
            .OrderByDescending(submission => submission.Sequence)
            .Select(submission => Read(submission, stages.Of(submission), submission.Read(stages.Form(submission.FormName)), whole))];
    }

    private static ReadSubmission Read(Submission submission, Stage stage, object form, bool whole) =>
        new(submission, stage, whole ? form : stage.OutsideTheWall(form));
}
