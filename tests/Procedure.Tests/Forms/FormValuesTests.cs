using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Tests.Forms;

public sealed class FormValuesTests
{
    [Fact]
    public void A_list_has_as_many_rows_as_were_filled_in() =>
        new FormValues([new("Members[0].PersonId", "a"), new("Members[2].PersonId", "b")]).RowsOf("Members").ShouldBe(3);

    [Theory]
    [InlineData("Members[99999999].PersonId")]
    [InlineData("Members[99999999999999].PersonId")]
    public void A_forged_row_number_asks_the_page_for_no_rows(string name) => new FormValues([new(name, "a")]).RowsOf("Members").ShouldBe(0);
}
