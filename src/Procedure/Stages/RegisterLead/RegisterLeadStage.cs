using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.RegisterLead;

/// <summary>内部环节: a lead is registered, and the leading bureau says whether an item of 第六条 is met; the text orders neither.</summary>
[Stage("Accountability.RegisterLead", Citation = "内部环节", Under = "第六条")]
public sealed class RegisterLeadStage : Stage
{
    private const string Register = "register";
    private const string Advise = "advise";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => [.. Enum.GetNames<LeadOpinion>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Forms => [typeof(RegisterLeadForm), typeof(LeadAdviceForm)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> StepsAfter(string seat) => seat == Register ? [SeatName(Advise)!] : [];

    /// <summary>
    /// 内部环节: whoever opened the case file records the lead. When a case is taken up again and he has left office or may know nothing of it any more, whoever
    /// decided that does; the lead as it was is laid before him.
    /// </summary>
    public override IReadOnlyList<Seat> Enter(StageContext context)
    {
        About.Only(context.Inputs.SecondRole, Roles.LeadEnv);
        var (file, opener) = (context.File, context.File.OpenedBy);
        var isThere = !file.Concerns(opener) && context.Directory.PostsOf(opener, context.Today) is not [];
        return [new(Register, typeof(RegisterLeadForm), Candidate.Person(isThere ? opener : context.Actor.PersonId))
        {
            Deadline = context.Inputs.Deadline,
            EscalateTo = context.Inputs.EscalateTo,
            Prefill = file.Latest<RegisterLeadForm>() ?? FirstOf(file),
        }];
    }

    // A case that was split off begins with the parties that it was made for.
    private static RegisterLeadForm FirstOf(CaseFile file) => new()
    {
        Title = file.Title,
        ConcernedUnits = [.. file.Parties.Where(party => !party.IsPerson && party.OrganisationId is not null).Select(party => new ConcernedUnit { OrganisationId = party.OrganisationId! })],
        ConcernedPersons = [.. file.Parties.Where(party => party.IsPerson).Select(party => new ConcernedPerson
        {
            PersonId = party.PersonId, Name = party.PersonId is null ? party.Name : null, OrganisationId = party.OrganisationId, PostThen = party.PostAtTheTime,
        })],
    };

    /// <summary>第六条: every limb of a claimed item has its facts; 第三条第三款: what is out of scope has a receiver.</summary>
    public override IEnumerable<Ruling> Check(StageContext context, string seat, object form) => form switch
    {
        RegisterLeadForm lead => LeadRules.Of(context, lead),
        LeadAdviceForm advice => LeadAdviceRules.Of(context, advice),
        _ => throw Foreign(form),
    };

    /// <inheritdoc/>
    public override StageStep Submit(StageContext context, string seat, object form) => form switch
    {
        RegisterLeadForm lead => Registered(context, lead),
        LeadAdviceForm advice => Advised(context, advice),
        _ => throw Foreign(form),
    };

    private static StageStep Registered(StageContext context, RegisterLeadForm lead)
    {
        var file = context.File;
        file.Title = lead.Title;
        file.Level = LevelOf(file, lead);
        file.ConcernsLeadBureau = LeadRules.IsAboutLeadBureau(context, lead);
        foreach (var unit in lead.ConcernedUnits)
            Inquire(unit.OrganisationId, null, context.Directory.NameOf(unit.OrganisationId, context.Today), null);
        foreach (var person in lead.ConcernedPersons)
            Inquire(person.OrganisationId, person.PersonId,
                person.PersonId is { Length: > 0 } id ? context.Directory.NameOfPerson(id) : person.Name!, person.PostThen, isPerson: true);

        if (file.ConcernsLeadBureau)
            foreach (var role in new[] { Roles.Government, Roles.Supervision })
                file.Notify(new Recipient(role), Text.Of<RegisterLeadStage>("Notice.Bypassed", file.Number, file.Title), context.Now);
        return file.ConcernsLeadBureau || lead.WithoutAdvice
            ? Leave(context, lead.Opinion!.Value, lead.OpinionReasons, lead.HandOver)
            : StageStep.Open(new Seat(Advise, typeof(LeadAdviceForm), Candidate.OfRole(context.Inputs.SecondRole!))
            {
                Deadline = context.Inputs.Deadline,
                EscalateTo = context.Inputs.EscalateTo,
            });

        void Inquire(string? organisationId, string? personId, string name, string? post, bool isPerson = false) =>
            file.Inquire(organisationId, personId, name, post, isPerson, context.Now);
    }

    private static StageStep Advised(StageContext context, LeadAdviceForm advice)
    {
        var lead = context.File.Latest<RegisterLeadForm>()!;
        // 第七条第一句: the bureau advises, the government decides; a launch that either of them proposes comes before it.
        return advice.Advice == LeadAdvice.Agrees || lead.Opinion == LeadOpinion.ProposeLaunch
            ? Leave(context, lead.Opinion!.Value, lead.OpinionReasons, lead.HandOver)
            : Leave(context, advice.Opinion!.Value, advice.Reasons, advice.HandOver);
    }

    /// <summary>第三条第三款: an out-of-scope matter is handed over, and the file keeps the receipt.</summary>
    private static StageStep Leave(StageContext context, LeadOpinion opinion, string reasons, HandOver handOver)
    {
        if (opinion == LeadOpinion.OutOfScope)
            context.File.Referrals.Add(new Referral
            {
                Id = context.File.NextReferral(walled: false), CaseId = context.File.Id, Authority = handOver.Authority!, Reason = reasons,
                Citation = "第三条第三款", On = handOver.On!.Value, Receipt = handOver.Receipt!, Walled = false,
            });
        return StageStep.Leave(opinion.ToString());
    }

    /// <summary>第十六条第一款: only an event has a level.</summary>
    private static string? LevelOf(CaseFile file, RegisterLeadForm lead) =>
        lead.Event.SaysNothing() && !lead.Grounds.Exists(ground => ground.Item == LaunchGround.PollutionEvent)
            ? null : lead.Event.Classify(file.ScaleFor(lead)).Level?.Symbol();

    private static ArgumentException Foreign(object form) =>
        new($"A lead is registered and advised on, not answered with {form.GetType().Name}.", nameof(form));
}
