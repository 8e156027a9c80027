using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>Who loads and who approves rule sets (内部环节): of one rule set two different persons.</summary>
public static class RuleSetRights
{
    /// <summary>Whether the book is shown to him.</summary>
    public static bool MayView(Actor actor) => MayLoad(actor) || MayApprove(actor);

    /// <summary>Whether he may load rule sets.</summary>
    public static bool MayLoad(Actor actor) => actor.Holds(Roles.LegalOffice);

    /// <summary>Whether he may approve what another loaded.</summary>
    public static bool MayApprove(Actor actor) => actor.Holds(Roles.LegalOffice) || actor.Holds(Roles.ProcedurePublisher);

    internal static Commands.Answer.Refused Refuse(string key, params object?[] reason) => new([Refused(key, reason)]);

    internal static Ruling Refused(string key, params object?[] reason) => Ruling.Refuse(Citations.InternalStep,
        Text.Of<RuleSetTexts>(key + ".Reason", reason), Text.Of<RuleSetTexts>(key + ".Remedy"));
}
