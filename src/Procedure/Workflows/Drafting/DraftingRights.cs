using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>Who views, drafts, checks and publishes workflows (内部环节): separate roles, and of one version different persons.</summary>
public static class DraftingRights
{
    /// <summary>Whether definitions are shown to him.</summary>
    public static bool MayView(Actor actor) => actor.Holds(Roles.Administrator) || MayDraft(actor) || MayCheck(actor) || MayPublish(actor);

    /// <summary>Whether he may write drafts.</summary>
    public static bool MayDraft(Actor actor) => actor.Holds(Roles.ProcedureDrafter);

    /// <summary>Whether he checks drafts of others.</summary>
    public static bool MayCheck(Actor actor) => actor.Holds(Roles.LegalOffice);

    /// <summary>Whether he may publish what others drafted and checked.</summary>
    public static bool MayPublish(Actor actor) => actor.Holds(Roles.ProcedurePublisher);

    /// <summary>Whether he may try a version in a sandbox: whoever answers for what it says.</summary>
    public static bool MayTry(Actor actor) => MayDraft(actor) || MayCheck(actor) || MayPublish(actor);

    /// <summary>The workflows that the site itself starts: without a published version no case could be opened, followed up or handed to a superior.</summary>
    public static IReadOnlyList<string> Needed { get; } = [RegisterCase.Definition, OpenSuperiorTrack.Definition, Oversight.SupervisionOrder.Definition];

    internal static Commands.Answer.Refused Refuse(string key, params object?[] reason) => new([Refused(key, reason)]);

    internal static Ruling Refused(string key, params object?[] reason) => Ruling.Refuse(Citations.InternalStep,
        Text.Of<DraftingTexts>(key + ".Reason", reason), Text.Of<DraftingTexts>(key + ".Remedy"));
}
