namespace Propensity.Report;

/// <summary>What must stand beside every AUC of this workflow.</summary>
public static class LeakageNote
{
    public const string Text =
        "This AUC is too good. As in the notebooks, the row that stands for a user is chosen by the label: a subscriber's row is the form itself, "
        + "at the end of the way there; another user's row is a random one. The model can tell the two apart by where in the history the row lies. "
        + "A design without this leak will score lower.";
}
