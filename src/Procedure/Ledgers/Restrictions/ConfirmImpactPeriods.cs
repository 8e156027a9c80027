using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>第十二条第二款 (按有关规定执行): the calculator proposes the impact periods of a person, and somebody confirms them, or says why they are others.</summary>
[Entry(Named, "第十二条第二款")]
public sealed class ConfirmImpactPeriods : EntryKind<ConfirmImpactPeriodsForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "confirm-impact-periods";

    /// <inheritdoc/>
    public override bool OutlivesTheCase => true;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.File.Parties.Exists(party => party.IsPerson)
        && (context.Actor.Holds(Roles.OrgDept) || context.Actor.Holds(Roles.Supervision) || context.Actor.Holds(Roles.Discipline));

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, ConfirmImpactPeriodsForm form)
    {
        yield return Ruling.Require(context.File.Parties.Exists(party => party.Id == form.PartyId && party.IsPerson), "第十二条第二款",
            Text.Of<ConfirmImpactPeriods>("Party.NoPerson.Reason"), Text.Of<ConfirmImpactPeriods>("Party.NoPerson.Remedy"));
        yield return Ruling.Require(form.Sanctions.TrueForAll(sanction => sanction.EffectiveOn <= context.Today
                && context.File.Rules.Impacts.Of(sanction.Code, sanction.EffectiveOn ?? context.Today) is not []), "第十二条第二款",
            Text.Of<ConfirmImpactPeriods>("Sanction.Unknown.Reason"), Text.Of<ConfirmImpactPeriods>("Sanction.Unknown.Remedy"));
        yield return Ruling.Require(form.Sanctions.TrueForAll(sanction => sanction.ActedOn is null || sanction.ActedOn <= sanction.EffectiveOn), Citations.InternalStep,
            Text.Of<ConfirmImpactPeriods>("Acted.Late.Reason"), Text.Of<ConfirmImpactPeriods>("Acted.Late.Remedy"));
        var proposed = Proposed(context.File, form, context.File.Rules.Impacts);
        yield return Ruling.Require(IsWithin(form, proposed) || !string.IsNullOrWhiteSpace(form.WhyOtherwise), "第十二条第二款",
            Text.Of<ConfirmImpactPeriods>("Period.Differs.Reason", string.Join("；", proposed.Select(Words))), Text.Of<ConfirmImpactPeriods>("Period.Differs.Remedy"));
    }

    /// <summary>What the calculator makes of the sanctions stated.</summary>
    public static IReadOnlyList<ImpactPeriod> Proposed(CaseFile file, ConfirmImpactPeriodsForm form, ImpactTable table) => ImpactCalculator.Of(table, Imposed(file, form));

    /// <summary>The sanctions of a form, each with the day of its acts: as stated, else the last day that the matrix holds for the person.</summary>
    public static IReadOnlyList<ImposedSanction> Imposed(CaseFile file, ConfirmImpactPeriodsForm form)
    {
        var acted = (file.Latest<DefineResponsibilityForm>()?.Matrix ?? []).Where(finding => file.PartyOf(finding)?.Id == form.PartyId).Max(finding => finding.ActTo);
        return [.. form.Sanctions.Where(row => row.EffectiveOn is not null).Select(row => new ImposedSanction(row.Code, row.EffectiveOn!.Value, row.ActedOn ?? acted))];
    }

    /// <summary>A period in words.</summary>
    public static string Words(ImpactPeriod period) => Text.Of<ConfirmImpactPeriods>(period.AtMost is null ? "Period.Words" : "Period.Range",
        Text.Of<ConfirmImpactPeriods>($"ImpactEffect.{period.Effect}"), Day(period.Until), Day(period.AtMost ?? period.Until), period.Rule.Basis).ToString();

    private static bool IsWithin(ConfirmImpactPeriodsForm form, IReadOnlyList<ImpactPeriod> proposed) => form.Periods.Count == proposed.Count
        && proposed.All(period => form.Periods.Exists(row => row.Effect == period.Effect && row.Until >= period.Until && row.Until <= (period.AtMost ?? period.Until)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
