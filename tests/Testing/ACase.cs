using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Testing;

/// <summary>Builds a case file in memory and plays stages on it as the command runner does, without a database.</summary>
public sealed class ACase(OrganisationDirectory directory)
{
    private int activations;

    /// <summary>The case file.</summary>
    public CaseFile File { get; } = new()
    {
        Id = "00000000000000c1", Number = "昌环追〔2026〕1号", Title = "某河污染", RegulationVersion = "昌州党办发〔2016〕59号",
        OpenedBy = "env-li", OpenedByOrganisationId = "env", OpenedAt = new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero),
    };

    /// <summary>The moment of the next act (UTC).</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Who acts next.</summary>
    public Actor Actor { get; set; } = new("gov-zhang", "张某", "gov", "州人民政府副秘书长", new HashSet<(string, string)> { ("GOVERNMENT", "gov") });

    /// <summary>Enters a stage: a new activation.</summary>
    public StageContext Enter(StageInputs inputs) =>
        new(File, inputs, $"{++activations:x16}", Actor, Now, DateOnly.FromDateTime(Now.AddHours(8).DateTime), directory);

    /// <summary>Keeps the form as a submission and submits it to the stage.</summary>
    public StageStep Submit(Stage stage, StageContext context, string seat, object form)
    {
        File.Submissions.Add(new Submission
        {
            Id = $"{File.Submissions.Count + 1:x16}", CaseId = File.Id, Sequence = File.Submissions.Count + 1, StageType = stage.About.Type,
            ActivityInstanceId = context.ActivityInstanceId, Seat = seat, FormName = form.GetType().Name, FormJson = FormJsonText.Write(form),
            PersonId = Actor.PersonId, PersonName = Actor.Name, PostText = Actor.PostText, At = Now, Walled = stage.About.Walled,
        });
        return stage.Submit(context with { Actor = Actor }, seat, form);
    }
}
