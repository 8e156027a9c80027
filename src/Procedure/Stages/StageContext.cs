using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>What a stage may look at and change while a command runs: the case file, the definition's inputs, the actor, the day.</summary>
/// <param name="ActivityInstanceId">This activation of the stage; a return makes a new one.</param>
/// <param name="Actor">Who submitted; the clock when the stage was entered by a burst.</param>
/// <param name="Today">The day in Beijing.</param>
public sealed record StageContext(
    CaseFile File, StageInputs Inputs, string ActivityInstanceId, Actor Actor, DateTimeOffset Now, DateOnly Today, OrganisationDirectory Directory)
{
    /// <summary>The workflow instance; empty where a stage is played without one.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>This activation's submissions so far, the current one included, oldest first.</summary>
    public IEnumerable<Submission> Submissions => File.Submissions.Where(submission => submission.ActivityInstanceId == ActivityInstanceId);

    /// <summary>The newest form of this activation in a seat; null when the seat has not submitted.</summary>
    public T? Submitted<T>(string seat) where T : class =>
        Submissions.LastOrDefault(submission => submission.Seat == seat)?.Read<T>();
}
