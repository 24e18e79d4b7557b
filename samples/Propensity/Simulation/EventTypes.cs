namespace Propensity.Simulation;

/// <summary>The types of events as XDM names them.</summary>
public static class EventTypes
{
    public const string AdvertisingClicks = "advertising.clicks";
    public const string AdvertisingImpressions = "advertising.impressions";
    public const string EmailClicked = "directMarketing.emailClicked";
    public const string EmailOpened = "directMarketing.emailOpened";
    public const string EmailSent = "directMarketing.emailSent";
    public const string FormFilledOut = "web.formFilledOut";
    public const string LinkClicks = "web.webinteraction.linkClicks";
    public const string PageViews = "web.webpagedetails.pageViews";
    public const string ProductViews = "commerce.productViews";
    public const string PropositionDismiss = "decisioning.propositionDismiss";
    public const string PropositionDisplay = "decisioning.propositionDisplay";
    public const string PropositionInteract = "decisioning.propositionInteract";
    public const string Purchases = "commerce.purchases";
}
