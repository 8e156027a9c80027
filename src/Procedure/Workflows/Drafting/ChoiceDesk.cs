using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>The organisations and people of the day, for whoever adds a step.</summary>
internal sealed class ChoiceDesk(AccountabilityDb db, DirectorySource directories, TimeProvider clock) : IChoiceDesk
{
    public async Task<IReadOnlyList<KeyValuePair<string, string>>?> ChoicesAsync(
        string activityType, string input, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken)
    {
        if (activityType != HumanTaskStage.TypeName || input is not (StageDescriptions.Organisation or StageDescriptions.Person))
            return null;
        var (directory, today) = (await directories.CurrentAsync(db, cancellationToken), BeijingTime.DayOf(clock.GetUtcNow()));
        var (role, organisation) = (given.GetValueOrDefault("role"), given.GetValueOrDefault(StageDescriptions.Organisation));
        var offices = role is null or "" or Roles.AnyOffice ? directory.OrganisationsOn(today) : directory.OrganisationsFor(role, today);
        if (input == StageDescriptions.Organisation)
            return [Nobody, .. offices.Select(id => KeyValuePair.Create(id, directory.NameOf(id, today)))];
        var people = organisation is { Length: > 0 } ? directory.PeopleOf(organisation, today)
            : role is { Length: > 0 } and not Roles.AnyOffice ? directory.PeopleFor(role, today) : directory.PeopleOn(today);
        return [Nobody, .. people.Select(id => KeyValuePair.Create(id, $"{directory.NameOfPerson(id)}（{directory.PostOf(id, today)}）"))];
    }

    // What was chosen can be taken out again.
    private static KeyValuePair<string, string> Nobody => KeyValuePair.Create("", Text.Of<DraftingTexts>("Choice.None").ToString());
}
