namespace Propensity.Events;

/// <summary>What happened on the site: Adobe's field group for the web.</summary>
public sealed record WebDetails(WebInteraction WebInteraction, WebPageDetails WebPageDetails, WebReferrer WebReferrer);
