using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>The lists that a page offers, from the directory of the day, the rule sets, and the case.</summary>
internal static class ChoiceLists
{
    /// <summary>What can be chosen for a property of a form of this case, under the names of a day.</summary>
    public static Func<ChoiceList, string, IReadOnlyList<Choice>> For(CaseFile file, OrganisationDirectory directory, DateOnly day, string personId, params IReadOnlyList<StagedFile> staged)
    {
        var behindWall = CaseAccess.IsBehindWall(file, personId);
        return (list, property) => list switch
        {
            ChoiceList.Organisations => [.. directory.OrganisationsOn(day).Select(id => new Choice(id, directory.NameOf(id, day)))],
            ChoiceList.People => [.. directory.PeopleOn(day).Select(id => new Choice(id, $"{directory.NameOfPerson(id)}（{directory.PostOf(id, day)}）"))],
            ChoiceList.Measures => [.. file.Rules.Measures.On(day).Select(measure => new Choice(measure.Code, $"{measure.Name}（{measure.Citation}）"))],
            ChoiceList.Roles => [.. Roles.All.Select(role => new Choice(role.Code, role.Chinese))],
            ChoiceList.Parties => [.. file.Parties.Select(party => new Choice(party.Id, party.Name))],
            ChoiceList.Proposals => [.. file.Proposals().Where(proposal => behindWall || !Proposal.IsSupervisions(proposal.Id!))
                .Select(proposal => new Choice(proposal.Id!, $"{proposal.Id} {proposal.Text}"))],
            ChoiceList.DecidedMeasures => [.. file.Measures.Select(measure => new Choice(measure.Id, $"{measure.Id} {measure.Words}"))],
            ChoiceList.Files => [.. file.Documents.Select(document => new Choice(document.Id, document.Name)),
                .. staged.Select(own => new Choice(own.Id, own.Name))],
            ChoiceList.Editions => [.. file.Editions.Where(edition => edition.Status is EditionStatus.Released)
                .Select(edition => new Choice(edition.Id, Text.Of<DisclosureTexts>("Edition.Choice", edition.Number, edition.Title).ToString()))],
            ChoiceList.LaunchGrounds => [.. file.Regulation.ItemsOf("第六条").Select(clause => new Choice(clause.Citation, $"{clause.Citation} {clause.Text}"))],
            ChoiceList.Causes => [.. file.NumberedCauses().Select(cause => new Choice(cause.Number, $"{cause.Number} {cause.Cause.What}"))],
            ChoiceList.EventLevels => [.. Enum.GetValues<EventLevel>().Select(level => new Choice(level.Symbol(), level.Symbol()))],
            ChoiceList.CriterionChoices => [.. (file.Scale.Criteria.SingleOrDefault(criterion => criterion.Id.Equals(property, StringComparison.OrdinalIgnoreCase))
                ?.Choices ?? []).Select(choice => new Choice(choice.Level.Symbol(), $"{choice.Level.Symbol()}：{choice.Text}"))],
            _ => LedgerChoices.Of(list, file, directory, day, behindWall),
        };
    }
}
