using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Testing;

/// <summary>Builds a case file in memory and plays stages on it as the command runner does, without a database.</summary>
public sealed class ACase(OrganisationDirectory directory)
{
    private int activations;

    /// <summary>A case among the shipped organisations and people.</summary>
    public ACase() : this(OrganisationDirectory.Shipped)
    {
    }

    /// <summary>The case file.</summary>
    public CaseFile File { get; } = new()
    {
        Id = "00000000000000c1", Number = "昌环追〔2026〕1号", Title = "某河污染", RegulationVersion = "昌州党办发〔2016〕59号",
        OpenedBy = "env-sun", OpenedByOrganisationId = "env", OpenedAt = new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero),
    };

    /// <summary>The moment of the next act (UTC).</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Who acts next.</summary>
    public Actor Actor { get; set; } = new("gov-zhang", "张砚秋", "gov", "州人民政府副州长", new HashSet<(string, string)> { ("GOVERNMENT", "gov") });

    /// <summary>Enters a stage: a new activation.</summary>
    public StageContext Enter(StageInputs inputs) =>
        new(File, inputs, $"{++activations:x16}", Actor, Now, DateOnly.FromDateTime(Now.AddHours(8).DateTime), directory);

    /// <summary>Keeps the form as a submission and submits it to the stage.</summary>
    public StageStep Submit(Stage stage, StageContext context, string seat, object form)
    {
        File.Submissions.Add(new Submission
        {
            Id = $"{File.Submissions.Count + 1:x16}", CaseId = File.Id, Sequence = File.Submissions.Count + 1, StageType = stage.About.Type,
            ActivityInstanceId = context.ActivityInstanceId, Seat = seat, FormName = form.GetType().Name,
            FormJson = FormJsonText.Write(form),
            PersonId = Actor.PersonId, PersonName = Actor.Name, PostText = Actor.PostText, At = Now, Walled = stage.About.Walled,
        });
        return stage.Submit(context with { Actor = Actor }, seat, form);
    }

    /// <summary>What the stage refuses, each as clause and key of its reason; clause and texts must exist, in both languages.</summary>
    public IReadOnlyList<string> Refusals(Stage stage, StageContext context, string seat, object form) =>
        [.. stage.Check(context with { Actor = Actor }, seat, form).Where(ruling => !ruling.IsAllowed).Select(Say)];

    private static string Say(Ruling refusal)
    {
        if (!Citations.IsSound(refusal.Citation))
            throw new InvalidOperationException($"'{refusal.Citation}' is no sound citation.");
        Read(refusal.Remedy!);
        return $"{refusal.Citation} {Read(refusal.Reason!)}";
    }

    private static string Read(Text text)
    {
        foreach (var culture in new[] { "zh-CN", "en" })
            if (text.In(CultureInfo.GetCultureInfo(culture)) == text.Key)
                throw new InvalidOperationException($"{text.Resource.Name} has no text {text.Key} in {culture}.");
        return text.Key;
    }
}
